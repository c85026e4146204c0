package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A build works with one database, and rejects the configuration of another with instructions. */
class DatabaseKindTest {

    private static Config config(String built, String expected, String url) {
        Map<String, String> settings =
                new HashMap<>(Map.of("quarkus.datasource.db-kind", built, "bluehelmets.db", expected));
        if (url != null) {
            settings.put("quarkus.datasource.jdbc.url", url);
        }
        return config(settings);
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "a test", 100))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"h2,jdbc:h2:file:./data/bluehelmets", "postgresql,jdbc:postgresql://localhost/bluehelmets"})
    void acceptsDatabaseOfBuild(String name, String url) {
        assertEquals(name, DatabaseKind.of(config(name, name, url)).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h2         | h2         | jdbc:postgresql://host/b?password=secret | Use a URL that starts with jdbc:h2:",
                "postgresql | postgresql | jdbc:h2:mem:b;PASSWORD=secret            | Use a URL that starts with jdbc:postgresql:",
                "postgresql | postgresql |                                          | Set QUARKUS_DATASOURCE_JDBC_URL",
                "h2         | postgresql | jdbc:postgresql://host/b                 | -Dbluehelmets.db=postgresql",
                "postgresql | h2         | jdbc:h2:mem:b                            | -Dbluehelmets.db=h2",
                "oracle     | oracle     | jdbc:oracle:b                            | bluehelmets.db must be one of h2, postgresql",
            })
    void rejectsOtherDatabase(String built, String expected, String url, String advice) {
        String message = assertThrows(WrongDatabaseException.class, () -> DatabaseKind.of(config(built, expected, url)))
                .getMessage();
        assertTrue(message.contains(advice), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void rejectsDirectoryWithSemicolonOnH2() {
        Map<String, String> settings =
                new HashMap<>(Map.of("quarkus.datasource.db-kind", "h2", "bluehelmets.db", "h2"));
        for (String directory : List.of("/a;b", "./a;MODE=PostgreSQL", "/a/b;c/d", ";")) {
            settings.put("bluehelmets.data.directory", directory);
            settings.put("quarkus.datasource.jdbc.url", "jdbc:h2:file:" + directory + "/bluehelmets;WRITE_DELAY=0");
            String message = assertThrows(WrongDatabaseException.class, () -> DatabaseKind.of(config(settings)))
                    .getMessage();
            assertTrue(message.startsWith("bluehelmets.data.directory is \"" + directory + "\""), message);
        }
        // the directory is not used if the URL names another one
        settings.put("quarkus.datasource.jdbc.url", "jdbc:h2:file:/c/bluehelmets;WRITE_DELAY=0");
        assertEquals(DatabaseKind.H2, DatabaseKind.of(config(settings)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h2         | jdbc:h2:mem:a           | jdbc:postgresql://host/b | which has no read replicas",
                "postgresql | jdbc:postgresql://h/a   | jdbc:h2:mem:b            | quarkus.datasource.replica.jdbc.url is",
            })
    void rejectsUnsupportedReplica(String built, String url, String replica, String advice) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.datasource.db-kind",
                                built,
                                "bluehelmets.db",
                                built,
                                "quarkus.datasource.jdbc.url",
                                url,
                                "quarkus.datasource.replica.jdbc.url",
                                replica),
                        "a test",
                        100))
                .build();

        String message = assertThrows(WrongDatabaseException.class, () -> DatabaseKind.of(config))
                .getMessage();
        assertTrue(message.contains(advice), message);
    }

    /** Detects temporary failures in the causes of an exception. */
    @ParameterizedTest
    @CsvSource({"08006,true", "57P01,true", "53300,true", "23505,false", "42P01,false"})
    void detectsTemporaryFailure(String state, boolean passes) {
        SQLException failure = new SQLException("the server said so", state);

        assertEquals(
                passes ? Optional.of("the server said so") : Optional.empty(),
                TransientSqlErrors.of(new IllegalStateException("no answer", failure)));
    }

    @Test
    void ignoresOtherFailures() {
        assertEquals(Optional.empty(), TransientSqlErrors.of(new IllegalStateException("unheard of")));
    }
}
