package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the application's own data files, for what the graph does not show of them at once. */
public final class DataFileRows {

    /** The files whose rows name sources. */
    public static final List<String> CITING = List.of(
            "nations",
            "missions",
            "battalions",
            "positions",
            "deployments",
            "personnel_counts",
            "milestones",
            "figures");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private DataFileRows() {}

    /** The rows of a file by file and key, such as {@code deployments/KAZ-OIF}. */
    public static Map<String, CSVRecord> of(String file) {
        Path path = Path.of("src/main/resources/data", file + ".csv");
        Map<String, CSVRecord> rows = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(path, UTF_8, FORMAT)) {
            for (CSVRecord row : parser) {
                // positions have no column for their key: it is made of the first two
                String key = file.equals("positions") ? row.get(0) + "/" + row.get(1) : row.get(0);
                rows.put(file + "/" + key, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The keys of the sources that a row names. */
    public static Set<String> sources(CSVRecord row) {
        String cell = row.get(row.isMapped("source") ? "source" : "sources");
        Set<String> sources = new TreeSet<>(Arrays.asList(cell.split(" \\| ")));
        sources.remove("");
        return sources;
    }
}
