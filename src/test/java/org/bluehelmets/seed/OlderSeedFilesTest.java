package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.backup.TableSchema;
import org.bluehelmets.testsupport.DataFileRows;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a database with older seed files equals a new database once a newer version has opened it. */
class OlderSeedFilesTest {

    private static final long SEED = 17;

    /** Columns that no other row and no constraint depends on. */
    private static final Set<String> FREE_TEXT = Set.of(
            "title", "publisher", "author", "note", "headquarters", "mandate", "sector", "near", "aliases", "tasks");

    private static final Set<String> KEPT_APART = Set.of(
            "flyway_schema_history",
            "data_version",
            "seed_file_row",
            "last_migration",
            // revisions contain the previous values, and versions count them
            "personnel_count_revision");

    private static final Set<String> NOT_SAID = Set.of("pk", "version", "recorded_at");

    @TempDir
    Path older;

    @Test
    void equalsNewDatabaseAfterLoading() throws Exception {
        String upgraded = TestDatabase.newUrl();
        String fresh = TestDatabase.newUrl();
        try (Connection one = TestDatabase.connect(upgraded);
                Connection two = TestDatabase.connect(fresh)) {
            writeOlderFiles();
            load(upgraded, older);
            String pk = pkOf(one, "P07");
            load(fresh, null);
            assertNotEquals(content(two), content(one), "the older files do not differ");

            load(upgraded, null);
            Map<String, Set<String>> expected = content(two);
            Map<String, Set<String>> found = content(one);
            expected.forEach((table, rows) -> assertEquals(rows, found.get(table), table + ", seed " + SEED));
            assertEquals(pk, pkOf(one, "P07"));
        }
    }

    /** Returns the packaged files with additional rows, without some rows, and with other texts. */
    private void writeOlderFiles() throws IOException {
        Random random = new Random(SEED);
        Files.createDirectories(older.resolve("data"));
        for (SeedFile file : SeedFiles.ALL) {
            List<CSVRecord> rows = List.copyOf(DataFileRows.of(file.name).values());
            List<String> headers = rows.get(0).getParser().getHeaderNames();
            StringWriter text = new StringWriter();
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(headers);
            for (CSVRecord row : rows) {
                boolean referredTo =
                        !Set.of("milestones", "figures", "positions").contains(file.name);
                if (referredTo || random.nextInt(4) > 0) {
                    printer.printRecord(older(row, headers, random));
                }
                if (file.name.equals("milestones") || file.name.equals("figures")) {
                    List<String> cells = older(row, headers, random);
                    cells.set(0, "gone-" + cells.get(0));
                    printer.printRecord(cells);
                }
            }
            Files.writeString(older.resolve(file.path()), text.toString(), UTF_8);
        }
    }

    /** Changes texts, and adds sources to each row. */
    private static List<String> older(CSVRecord row, List<String> headers, Random random) {
        List<String> cells = new ArrayList<>();
        for (String header : headers) {
            String cell = row.get(header);
            if (FREE_TEXT.contains(header) && random.nextInt(3) == 0) {
                cell = "Older " + header;
            } else if (header.equals("sources") && random.nextBoolean()) {
                cell = "caspian-2018 | diplomat-2020";
            } else if (header.equals("source") && random.nextBoolean()) {
                cell = "blue-helmets";
            } else if (header.equals("category") && random.nextBoolean()) {
                cell = "EXPERTS_ON_MISSION";
            } else if (header.equals("battalion") && row.isMapped("total")) {
                cell = "indkazbat";
            } else if (header.equals("parent")) {
                cell = "";
            }
            cells.add(cell);
        }
        return cells;
    }

    private static String pkOf(Connection connection, String key) throws SQLException {
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select pk from personnel_count where natural_key = '" + key + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Returns the rows of all tables, with natural keys in place of surrogate keys. */
    private static Map<String, Set<String>> content(Connection connection) throws SQLException {
        Map<String, String> names = new TreeMap<>();
        for (SeedFile file : SeedFiles.ALL) {
            try (ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select pk, %s from %s".formatted(file.keyColumn, file.table))) {
                while (rows.next()) {
                    names.put(file.table + "_pk" + rows.getLong(1), rows.getString(2));
                    if (file.table.equals("battalion")) {
                        names.put("parent_pk" + rows.getLong(1), rows.getString(2));
                    }
                }
            }
        }
        Map<String, Set<String>> content = new TreeMap<>();
        for (TableSchema table : TableSchema.readAll(connection)) {
            if (KEPT_APART.contains(table.name())) {
                continue;
            }
            Set<String> said = new TreeSet<>();
            List<String> columns = table.columns().stream()
                    .filter(column -> !NOT_SAID.contains(column))
                    .toList();
            try (ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select %s from %s".formatted(String.join(", ", columns), table.name()))) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (String column : columns) {
                        String value = rows.getString(column);
                        row.add(column + "=" + (column.endsWith("_pk") ? names.get(column + value) : value));
                    }
                    said.add(row.toString());
                }
            }
            content.put(table.name(), said);
        }
        return content;
    }

    /**
     * Opens a database as a build does.
     *
     * @param files the directory of the seed files; null for the packaged files
     */
    private static void load(String url, Path files) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] places = files == null ? new URL[0] : new URL[] {files.toUri().toURL()};
        try (URLClassLoader others = new URLClassLoader(places, files == null ? before : null)) {
            thread.setContextClassLoader(others);
            Flyway.configure(before)
                    .dataSource(url, null, null)
                    .locations(TestDatabase.LOCATIONS)
                    .javaMigrations(new SeedMigration(SeedMigration.checksumOfFiles()))
                    .load()
                    .migrate();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
