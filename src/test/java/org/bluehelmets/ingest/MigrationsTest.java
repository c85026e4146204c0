package org.bluehelmets.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Bringing the database up to a build, once. */
@QuarkusTest
class MigrationsTest {

    private final String url = TestDatabase.newUrl();

    @Inject
    SessionFactory sessions;

    private Connection connection;
    private int migrations;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.connect(url);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aBuildMigratesOnce() throws SQLException {
        start("one");
        start("one");
        assertEquals(1, migrations);
    }

    /** Also one that was there before: what is new may be a migration, or a data file. */
    @Test
    void anotherBuildLooksAgain() throws SQLException {
        start("one");
        start("two");
        start("two");
        start("one");
        assertEquals(3, migrations);
    }

    /** The jar may have brought other data files. */
    @Test
    void afterTheJarABuildLooksAgain() throws SQLException {
        start("one");
        start(null);
        start(null);
        start("one");
        assertEquals(4, migrations);
    }

    @Test
    void aMigrationThatFailedIsTriedAgain() throws SQLException {
        assertThrows(
                IllegalStateException.class,
                () -> Migrations.bringUpToDate(connection, TestDatabase.kind(), "one", () -> {
                    throw new IllegalStateException();
                }));
        start("one");
        assertEquals(1, migrations);
    }

    /** Whoever names the wrong database must not lose it. */
    @Test
    void aDatabaseOfOthersIsLeftAlone() throws SQLException {
        connection.createStatement().execute("create table theirs (pk bigint)");
        assertThrows(FlywayException.class, () -> start("one"));
        assertEquals(0, count("theirs"));
    }

    /** H2 has committed a table, and Flyway has not yet noted it. */
    @Test
    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    void aFirstStartThatWasKilledAfterAMigrationBeginsAgain() throws SQLException {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .target("1")
                .load()
                .migrate();
        connection.createStatement().execute("create table monthly_report (pk bigint)");
        start("one");
        assertEquals(1, count("nation where code = 'KAZ'"));
    }

    @Test
    void whatIsThereStays() throws SQLException {
        start("one");
        connection
                .createStatement()
                .execute("insert into source (natural_key, kind, title, publisher) values ('a', 'DATASET', 'A', 'A')");
        start("two");
        start(null);
        assertEquals(1, count("source where natural_key = 'a'"));
    }

    /** A backup with other data files was restored in between: the build must read its own again. */
    @Test
    void whatIsNotUpToDateIsNotNoted() throws SQLException {
        Migrations.bringUpToDate(connection, TestDatabase.kind(), "one", () -> {
            migrate();
            restoreOlderFiles();
        });
        start("one");
        start("one");
        assertEquals(2, migrations);
    }

    private void restoreOlderFiles() {
        try {
            connection
                    .createStatement()
                    .execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" is null");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one database needs and the other does not has a number in both: a backup of one is restored by the other. */
    @Test
    void bothDatabasesHaveTheSameVersions() throws IOException {
        assertEquals(migrationsOf("h2"), migrationsOf("postgresql"));
    }

    private static Set<String> migrationsOf(String database) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration", database))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .collect(Collectors.toSet());
        }
    }

    /** The packaged service trusts its tests in this. */
    @Test
    void theEntitiesFitTheTables() throws Exception {
        sessions.getSchemaManager().validate();
    }

    private int count(String table) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void start(String build) throws SQLException {
        Migrations.bringUpToDate(connection, TestDatabase.kind(), build, this::migrate);
    }

    private void migrate() {
        migrations++;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .javaMigrations(new DataFileMigration())
                .load()
                .migrate();
    }
}
