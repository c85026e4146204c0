package org.bluehelmets.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file whose first line names the columns. */
final class CsvRows implements InputRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private final int columns;

    CsvRows(Reader reader) throws IOException, UnreadableFileException {
        parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        records = parser.iterator();
        CSVRecord first = record();
        if (first == null) {
            throw new UnreadableFileException("the file is empty; its first line must name the columns");
        }
        header = new Header(first.toList(), false);
        columns = first.size();
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public InputRow next() throws UnreadableFileException {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        List<String> values = record.toList();
        return new InputRow(line(values), header, values, fault(values));
    }

    private CSVRecord record() throws UnreadableFileException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            // the parser's reason names the line
            throw new UnreadableFileException("the file is no CSV to its end: " + reason, e);
        }
    }

    /** The parser knows the line that a row ends in. */
    private long line(List<String> values) {
        return Math.max(2, parser.getCurrentLineNumber() - lineBreaks(values));
    }

    /** A quotation mark too many swallows rows into one value: no value of these files has more than one line. */
    private String fault(List<String> values) {
        if (lineBreaks(values) > 0) {
            return "a value goes on over %d lines; a quotation mark may be missing, or one too many"
                    .formatted(lineBreaks(values) + 1);
        }
        return values.size() == columns
                ? null
                : "the row has %d values, the header %d columns".formatted(values.size(), columns);
    }

    private static long lineBreaks(List<String> values) {
        long breaks = 0;
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\n' || (c == '\r' && (i + 1 == value.length() || value.charAt(i + 1) != '\n'))) {
                    breaks++;
                }
            }
        }
        return breaks;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
