package org.bluehelmets.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file whose first line names the columns. No value of these files has more than one line, so that
 * each line is read for itself: a quotation mark too many spoils its own row and swallows none of those after it.
 */
final class CsvRows implements InputRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final BufferedReader lines;
    private final Header header;
    private long line;

    CsvRows(Reader reader) throws UnreadableFileException {
        lines = new BufferedReader(new LineLimit(reader));
        String first = nextLine();
        if (first == null) {
            throw new UnreadableFileException("the file is empty; its first line must name the columns");
        }
        try {
            header = new Header(values(first));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException("the first line does not name columns: " + e.getMessage(), e);
        }
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public InputRow next() throws UnreadableFileException {
        String text = nextLine();
        if (text == null) {
            return null;
        }
        try {
            List<String> values = values(text);
            String fault = values.size() == header.width()
                    ? null
                    : "the row has %d values, the header %d columns".formatted(values.size(), header.width());
            return new InputRow(line, header, values, fault);
        } catch (IOException | UncheckedIOException e) {
            return new InputRow(line, header, List.of(), "quotation marks do not match");
        }
    }

    /** The next line that is not blank; spreadsheets leave lines with nothing but commas, which are blank too. */
    private String nextLine() throws UnreadableFileException {
        try {
            String text;
            do {
                text = lines.readLine();
                line++;
            } while (text != null && text.chars().allMatch(c -> c == ',' || Character.isWhitespace(c)));
            return text;
        } catch (IOException e) {
            throw InputRows.brokenOff(line + 1, e);
        }
    }

    private static List<String> values(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
