package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the files that lie beside the project, for comparison only. */
public final class SharedFile {

    private static final Path DIRECTORY = Path.of("../shared");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private SharedFile() {}

    /** Where a file lies. Skips the test where it is not there. */
    public static Path path(String name) {
        Path file = DIRECTORY.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there to compare with");
        return file;
    }

    /** The bytes of a file. Skips the test where it is not there. */
    public static InputStream stream(String name) throws IOException {
        return Files.newInputStream(path(name));
    }

    /** The rows of a file, empty cells null. Skips the test where the file is not there. */
    public static List<CSVRecord> rows(String name) {
        try (CSVParser parser = CSVParser.parse(path(name), UTF_8, FORMAT)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
