package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bluehelmets.testsupport.TestDatabase;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The file of H2 stays small while the database is open. */
@EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
class FileCompactionTest {

    private static final int ROWS = 10_000;

    /** More than a file needs. */
    private static final int MAX_COMPACTIONS = 50;

    @TempDir
    Path directory;

    /** As in application.properties. */
    private Connection open() throws SQLException {
        return TestDatabase.connect("jdbc:h2:file:" + directory.resolve("bluehelmets") + ";WRITE_DELAY=0");
    }

    @Test
    void shrinksFileWhileDatabaseIsOpen() throws Exception {
        try (Connection connection = open()) {
            fill(connection);
            FileCompaction.compact(FileCompaction.store(connection));
            long once = size();
            for (int round = 0; round < 10; round++) {
                replaceAll(connection);
            }
            long grown = size();
            assertTrue(grown > 2 * once, () -> "the file has not grown: " + once + ", then " + grown);
            MVStore store = FileCompaction.store(connection);
            assertTrue(FileCompaction.isMostlyFree(store));
            for (int i = 0; i < MAX_COMPACTIONS && FileCompaction.isMostlyFree(store); i++) {
                FileCompaction.compact(store);
            }
            assertTrue(size() < grown / 2, () -> grown + " bytes became " + sizeOrFail());
            assertFalse(FileCompaction.isMostlyFree(store));
            assertEquals(45_000, store.getRetentionTime());
            assertEquals(ROWS, sum(connection));
        }
        try (Connection connection = open()) {
            assertEquals(ROWS, sum(connection));
        }
    }

    /** Compaction keeps rows that an open transaction still reads. */
    @Test
    void keepsSnapshotOfOpenTransaction() throws Exception {
        try (Connection connection = open();
                Connection reader = open()) {
            fill(connection);
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            assertEquals(ROWS, sum(reader));
            try (Statement statement = connection.createStatement()) {
                statement.execute("update t set one = 2");
            }
            replaceAll(connection);
            for (int i = 0; i < 3; i++) {
                FileCompaction.compact(FileCompaction.store(connection));
            }
            assertEquals(ROWS, sum(reader));
            reader.rollback();
            assertEquals(2 * ROWS, sum(reader));
        }
    }

    @Test
    void ignoresDatabaseInMemory() throws SQLException {
        try (Connection connection = TestDatabase.connect("jdbc:h2:mem:")) {
            assertNull(FileCompaction.store(connection));
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key, one int, text varchar)");
            statement.execute("create index t_text on t (text)");
            statement.execute(
                    "insert into t select x, 1, cast(random_uuid() as varchar) from system_range(1, " + ROWS + ")");
        }
    }

    private static void replaceAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update t set text = cast(random_uuid() as varchar)");
        }
    }

    private static int sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sum(one) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("bluehelmets.mv.db"));
    }

    private long sizeOrFail() {
        try {
            return size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
