package org.bluehelmets.seed;

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
import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.api.io.TempDir;

/** Tests when the database is migrated. */
@QuarkusTest
class DatabaseMigratorTest {

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
    void sameBuildMigratesOnce() throws SQLException {
        start("one");
        start("one");
        assertEquals(1, migrations);
    }

    /** Even an earlier build migrates again, because migrations or seed files may differ. */
    @Test
    void otherBuildMigratesAgain() throws SQLException {
        start("one");
        start("two");
        start("two");
        start("one");
        assertEquals(3, migrations);
    }

    /** The jar may contain other seed files. */
    @Test
    void migratesAgainAfterJar() throws SQLException {
        start("one");
        start(null);
        start(null);
        start("one");
        assertEquals(4, migrations);
    }

    @Test
    void retriesFailedMigration() throws SQLException {
        assertThrows(
                IllegalStateException.class,
                () -> DatabaseMigrator.migrateUnlessUpToDate(connection, TestDatabase.kind(), "one", () -> {
                    throw new IllegalStateException();
                }));
        start("one");
        assertEquals(1, migrations);
    }

    /** A wrong database URL must not destroy data. */
    @Test
    void keepsDatabaseOfOtherApplication() throws SQLException {
        connection.createStatement().execute("create table theirs (pk bigint)");
        assertThrows(FlywayException.class, () -> start("one"));
        assertEquals(0, count("theirs"));
    }

    /** H2 has committed a table that Flyway has not recorded yet. */
    @Test
    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    void restartsKilledFirstStart() throws SQLException {
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
    void keepsExistingData() throws SQLException {
        start("one");
        connection
                .createStatement()
                .execute(
                        "insert into source (natural_key, kind, title, title_key, publisher, publisher_key, author_key)"
                                + " values ('a', 'DATASET', 'A', 'a', 'A', 'a', '')");
        start("two");
        start(null);
        assertEquals(1, count("source where natural_key = 'a'"));
    }

    /** H2 writes even expected errors to a trace file. */
    @Test
    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    void firstStartWritesNoTraceFile(@TempDir Path directory) throws Exception {
        String file = "jdbc:h2:file:" + directory.resolve("bluehelmets");
        for (String build : Arrays.asList("one", "one", null)) {
            try (Connection first = TestDatabase.connect(file)) {
                DatabaseMigrator.migrateUnlessUpToDate(first, TestDatabase.kind(), build, () -> migrate(file));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("bluehelmets.mv.db"),
                    files.map(each -> each.getFileName().toString()).toList());
        }
    }

    /** Includes rows that are in no seed file. */
    @Test
    void computesTextKeysOfOlderDatabases() throws SQLException {
        migrateTo("7");
        for (String sql : List.of(
                "insert into source (natural_key, kind, title, publisher) values ('a', 'ARTICLE', 'Ärger’s', 'Łódź')",
                "insert into nation (code, name) values ('XAA', 'Åland-Øst')",
                "insert into mission (acronym, name, kind) values ('XA', 'MISIÓN', 'UN')",
                "insert into milestone (natural_key, kind, title) values ('a', 'TRAINING', 'Été')",
                "insert into battalion (natural_key, name, unit_kind) values ('a', 'Bataillon d’été', 'BATTALION')",
                "insert into battalion_alias (battalion_pk, position, alias)"
                        + " select pk, 0, 'Zwölf' from battalion union all select pk, 1, 'A-b' from battalion")) {
            connection.createStatement().execute(sql);
        }
        // not start(), which would drop a database without seed data as a killed first start
        migrate();
        assertEquals(
                "argers lodz ",
                text("select title_key || ' ' || publisher_key || ' ' || author_key from source"
                        + " where natural_key = 'a'"));
        assertEquals("aland ost", text("select name_key from nation where code = 'XAA'"));
        assertEquals("mision", text("select name_key from mission where acronym = 'XA'"));
        assertEquals("ete", text("select title_key from milestone where natural_key = 'a'"));
        assertEquals(
                "bataillon dete\nzwolf\na b\n",
                text("select name_key || alias_keys from battalion where natural_key = 'a'"));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .target(version)
                .load()
                .migrate();
    }

    private String text(String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Another process has restored a backup with other seed files, so the next start must load them again. */
    @Test
    void doesNotStoreBuildIfSeedIsOutdated() throws SQLException {
        DatabaseMigrator.migrateUnlessUpToDate(connection, TestDatabase.kind(), "one", () -> {
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

    /** Backups can move between the databases only if both have the same schema versions. */
    @Test
    void bothDatabasesHaveSameMigrationVersions() throws IOException {
        assertEquals(migrationsOf("h2"), migrationsOf("postgresql"));
    }

    private static Set<String> migrationsOf(String database) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration", database))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .collect(Collectors.toSet());
        }
    }

    /** The packaged application does not validate the schema at startup. */
    @Test
    void entitiesMatchTables() throws Exception {
        sessions.getSchemaManager().validate();
    }

    private int count(String table) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void start(String build) throws SQLException {
        DatabaseMigrator.migrateUnlessUpToDate(connection, TestDatabase.kind(), build, this::migrate);
    }

    private void migrate() {
        migrations++;
        migrate(url);
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .javaMigrations(new SeedMigration())
                .load()
                .migrate();
    }
}
