package org.bluehelmets.imports.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file whose first line names the columns, and shows what separates them: commas, semicolons, tabs or
 * vertical bars. No value of these files has more than one line, so that
 * each line is read for itself: a quotation mark too many spoils its own row and swallows none of those after it.
 */
final class CsvRowReader implements RowReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final String SEPARATORS = ",;\t|";

    /** What spreadsheets write before the header, to tell others of its kind what separates values. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /** A byte order mark of UTF-8 that was read as Latin-1. */
    private static final String MARK_IN_LATIN_1 = "\u00ef\u00bb\u00bf";

    private final BufferedReader lines;
    private final Header header;
    private final CSVFormat format;

    /** What lines that are blank consist of, besides blanks. */
    private char separator = ',';

    private long line;

    CsvRowReader(Reader reader) throws UnreadableFileException {
        lines = new BufferedReader(new LineLimitReader(reader));
        String first = nextLine();
        if (first == null) {
            throw new UnreadableFileException("the file is empty; its first line must name the columns");
        }
        if (first.startsWith(MARK_IN_LATIN_1)) {
            throw new UnreadableFileException(
                    "its text was read as Latin-1 and saved as UTF-8; take the file as it was before");
        }
        Matcher said = SEPARATOR_LINE.matcher(first.strip());
        if (said.matches() && SEPARATORS.contains(said.group(1))) {
            separator = said.group(1).charAt(0);
            first = nextLine();
            if (first == null) {
                throw new UnreadableFileException("the file has no line that names the columns");
            }
        } else {
            separator = separatorOf(first);
        }
        format = FORMAT.builder().setDelimiter(separator).get();
        try {
            header = new Header(values(first));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException(
                    "the first line does not name columns: its quotation marks do not match", e);
        }
    }

    /** The separator that there is most of, outside of quotation marks; a comma where there are as many. */
    private static char separatorOf(String header) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            int separator = SEPARATORS.indexOf(c);
            if (!quoted && separator >= 0) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
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
                    : "the row has %s values, the header %s columns".formatted(values.size(), header.width());
            return new InputRow(line, header, values, fault);
        } catch (IOException | UncheckedIOException e) {
            return new InputRow(line, header, List.of(), "quotation marks do not match");
        }
    }

    /** The next line that is not blank; spreadsheets leave lines with nothing but separators, which are blank too. */
    private String nextLine() throws UnreadableFileException {
        try {
            String text;
            do {
                text = lines.readLine();
                line++;
            } while (text != null && text.chars().allMatch(c -> c == separator || Character.isWhitespace(c)));
            return text;
        } catch (IOException e) {
            throw RowReader.brokenOff(line + 1, e);
        }
    }

    private List<String> values(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
