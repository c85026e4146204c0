package org.bluehelmets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed start explains what to do. */
class StartFailureTest {

    @TempDir
    Path directory;

    @Test
    void explainsThatDatabaseIsInUse() throws Exception {
        Path file = directory.resolve("bluehelmets.mv.db");
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertAdvice("Another process uses the database.", "jdbc:h2:file:" + directory.resolve("bluehelmets"));
        }
    }

    @Test
    void explainsThatDirectoryCannotBeCreated() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "no directory");

        assertAdvice("The database cannot be written.", "jdbc:h2:file:" + file + "/bluehelmets");
    }

    @Test
    void explainsThatFileIsNotADatabase() throws Exception {
        Files.writeString(directory.resolve("bluehelmets.mv.db"), "no database".repeat(1000));

        assertAdvice("The database cannot be read.", "jdbc:h2:file:" + directory.resolve("bluehelmets"));
    }

    /** H2 opens a file on a read-only volume and fails at the first write. */
    @Test
    void explainsThatDatabaseIsReadOnly() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("bluehelmets");
        DriverManager.getConnection(url).close();
        try (Connection connection = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r")) {
            assertAdvice(
                    "The database is read-only",
                    assertThrows(
                            SQLException.class,
                            () -> connection.createStatement().execute("create table t (a int)")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%20b", "a#b", "Ünïcode 日本", "a'b", "a=b", "a&b?c"})
    void acceptsDirectoriesWithSpecialCharacters(String name) throws Exception {
        Path file = directory.resolve(name).resolve("bluehelmets.mv.db");
        DriverManager.getConnection("jdbc:h2:file:" + directory.resolve(name).resolve("bluehelmets"))
                .close();
        assertTrue(Files.exists(file), () -> "the database is not in " + file);
    }

    @Test
    void returnsEmptyForUnknownFailure() {
        assertEquals(Optional.empty(), StartFailure.advice(new IllegalStateException("unknown")));
    }

    private static void assertAdvice(String expected, String url) {
        assertAdvice(expected, assertThrows(SQLException.class, () -> DriverManager.getConnection(url)));
    }

    private static void assertAdvice(String expected, SQLException failure) {
        String advice = StartFailure.advice(new RuntimeException("Failed to start", failure))
                .orElse(failure.toString());
        assertTrue(advice.startsWith(expected) && advice.contains("bluehelmets.data.directory"), advice);
    }
}
