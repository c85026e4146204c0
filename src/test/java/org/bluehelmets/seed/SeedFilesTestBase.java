package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Writes seed files and loads them into a database of its own. */
abstract class SeedFilesTestBase {

    static final String OPERATION = "An operation";

    /** Contains only the seed files of a test. */
    @TempDir
    Path resources;

    private final String url = TestDatabase.newUrl();

    /** Keeps the in-memory database alive. */
    private Connection database;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.connect(url);
        SeedFiles.ALL.forEach(file -> write(file.name));
        write("sources", source("list"));
        write("nations", nation("IND", "India"), nation("KAZ", "Kazakhstan"));
        write("missions", mission("UNIFIL"), mission("UNDOF"));
        load();
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
    }

    /** Returns the error message of the load. */
    String failure() {
        Throwable failure = assertThrows(RuntimeException.class, this::load);
        while (!(failure instanceof SeedFileException) && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure.getMessage();
    }

    /** Loads the files as the application does at startup. */
    void load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader files =
                new URLClassLoader(new URL[] {resources.toUri().toURL()}, null)) {
            // seed files come from the thread's class loader, Flyway and its files from the application's
            thread.setContextClassLoader(files);
            Flyway.configure(before)
                    .dataSource(url, null, null)
                    .locations(TestDatabase.LOCATIONS)
                    .javaMigrations(new SeedMigration(SeedMigration.checksumOfFiles()))
                    .callbacks(new SeedFailureCallback())
                    .load()
                    .migrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static Map<String, String> source(String key) {
        return row("key", key, "kind", "DATASET", "title", "A list", "publisher", "A test");
    }

    static Map<String, String> nation(String code, String name) {
        return row("code", code, "name", name, "source", "list");
    }

    static Map<String, String> mission(String acronym) {
        return row("acronym", acronym, "name", OPERATION, "kind", "PEACEKEEPING");
    }

    static Map<String, String> count(String key, String total) {
        return row(
                "key",
                key,
                "nation",
                "KAZ",
                "category",
                "TROOPS",
                "total",
                total,
                "precision",
                "EXACT",
                "status",
                "PLANNED",
                "as_of",
                "2020",
                "source",
                "list");
    }

    static Map<String, String> milestone(String key, String title) {
        return row("key", key, "kind", "MANDATE", "title", title, "sources", "list");
    }

    static Map<String, String> deployment(String key, String mission, String rotation) {
        return row("key", key, "nation", "KAZ", "mission", mission, "rotation", rotation, "status", "PLANNED");
    }

    static Map<String, String> battalion(String key, String mission, String nations) {
        return row("key", key, "name", key, "unit_kind", "BATTALION", "mission", mission, "nations", nations);
    }

    static Map<String, String> row(String... cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    static Map<String, String> with(Map<String, String> row, String header, String cell) {
        row.put(header, cell);
        return row;
    }

    /** Writes a seed file with these rows and the columns of the packaged file. */
    @SafeVarargs
    final void write(String file, Map<String, String>... rows) {
        try {
            String[] headers = Files.readAllLines(Path.of("src/main/resources/data", file + ".csv"))
                    .get(0)
                    .split(",");
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader(headers)
                    .setRecordSeparator("\n")
                    .get();
            Files.createDirectories(path(file).getParent());
            try (CSVPrinter printer = format.print(path(file), UTF_8)) {
                for (Map<String, String> row : rows) {
                    for (String header : headers) {
                        printer.print(row.get(header));
                    }
                    printer.println();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text in a seed file. */
    void replace(String file, String text, String replacement) {
        try {
            String before = Files.readString(path(file));
            Files.writeString(path(file), before.replaceFirst(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String file) {
        return resources.resolve("data").resolve(file + ".csv");
    }

    String select(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void update(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
