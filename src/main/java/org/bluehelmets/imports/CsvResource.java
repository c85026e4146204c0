package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads lookup tables that are packaged as CSV files with a header. */
final class CsvResource {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private CsvResource() {}

    /** Returns all rows of a resource; empty cells are null. */
    static List<CSVRecord> rows(String path) {
        try (Reader file = new InputStreamReader(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path), UTF_8)) {
            return FORMAT.parse(file).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
