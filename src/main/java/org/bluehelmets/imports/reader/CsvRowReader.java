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
 * Reads a CSV file whose first line names the columns. Detects the separator there: comma, semicolon, tab or vertical bar.
 * Parses each line on its own, so that an unbalanced quotation mark affects one row only; values in these files have no
 * line breaks.
 */
final class CsvRowReader implements RowReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final String SEPARATORS = ",;\t|";

    /** The line that Excel writes before the header to declare the separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /** The byte order mark of UTF-8, decoded as Latin-1. */
    private static final String MISDECODED_BOM = "\u00ef\u00bb\u00bf";

    private final BufferedReader lines;
    private final Header header;
    private final CSVFormat format;

    /** A line of only separators and blanks counts as blank. */
    private char separator = ',';

    private long line;

    CsvRowReader(Reader reader) throws UnreadableFileException {
        lines = new BufferedReader(new LineLimitReader(reader));
        String first = nextLine();
        if (first == null) {
            throw new UnreadableFileException("the file is empty; the first line must name the columns");
        }
        if (first.startsWith(MISDECODED_BOM)) {
            throw new UnreadableFileException(
                    "the text was decoded as Latin-1 and saved as UTF-8; import the original file");
        }
        Matcher declared = SEPARATOR_LINE.matcher(first.strip());
        if (declared.matches() && SEPARATORS.contains(declared.group(1))) {
            separator = declared.group(1).charAt(0);
            first = nextLine();
            if (first == null) {
                throw new UnreadableFileException("the file has no line with column names");
            }
        } else {
            separator = detectSeparator(first);
        }
        format = FORMAT.builder().setDelimiter(separator).get();
        try {
            header = new Header(values(first));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException(
                    "the quotation marks in the first line, which must name the columns, are not balanced", e);
        }
    }

    /** Returns the most frequent separator outside quotation marks; the comma wins a tie. */
    private static char detectSeparator(String header) {
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
            String error = values.size() == header.width()
                    ? null
                    : "the row has %s values, but the header has %s columns".formatted(values.size(), header.width());
            return new InputRow(line, header, values, error);
        } catch (IOException | UncheckedIOException e) {
            return new InputRow(line, header, List.of(), "the quotation marks are not balanced");
        }
    }

    /** Returns the next line that is not blank. Spreadsheets write empty rows as lines of separators. */
    private String nextLine() throws UnreadableFileException {
        try {
            String text;
            do {
                text = lines.readLine();
                line++;
            } while (text != null && text.chars().allMatch(c -> c == separator || Character.isWhitespace(c)));
            return text;
        } catch (IOException e) {
            throw RowReader.unreadable(line + 1, e);
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
