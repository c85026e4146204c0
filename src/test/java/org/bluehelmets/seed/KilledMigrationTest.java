package org.bluehelmets.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that a start succeeds after a migration was killed. H2 commits each DDL statement, so a killed migration leaves some
 * of its changes.
 */
@EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
class KilledMigrationTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    /**
     * A migration that is killed after a number of statements.
     *
     * @param before the schema version of the database; with a question mark, the next lower version if it does not exist
     * @param after the schema version after the migration
     */
    private record Kill(String script, String before, String after, int statements) {}

    private static List<String> statements(String script) throws IOException {
        return Arrays.stream(Files.readString(SCRIPTS.resolve(script)).split(";\\s*\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    static List<Kill> kills() throws IOException {
        List<Kill> kills = new ArrayList<>();
        for (Kill migration : List.of(
                new Kill("common/V6__curation.sql", "5", "6", 0),
                new Kill("common/V11__text_keys.sql", "10?", "11", 0),
                new Kill("h2/V12__standard_names.sql", "11", "12", 0))) {
            int all = statements(migration.script).size();
            IntStream.rangeClosed(0, all)
                    .mapToObj(done -> new Kill(migration.script, migration.before, migration.after, done))
                    .forEach(kills::add);
        }
        return kills;
    }

    @ParameterizedTest
    @MethodSource("kills")
    void nextStartSucceeds(Kill kill) throws Exception {
        String url = TestDatabase.newUrl();
        try (Connection database = TestDatabase.connect(url)) {
            migrate(url, kill.before);
            for (String statement : statements(kill.script).subList(0, kill.statements)) {
                database.createStatement().execute(statement);
            }
            migrate(url, kill.after);
            migrate(url, "latest");
            assertEquals(0, rows(database, "personnel_count_revision") + rows(database, "idempotency_record"));
        }
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .target(version)
                .load()
                .migrate();
    }

    private static int rows(Connection database, String table) throws SQLException {
        var found = database.createStatement().executeQuery("select count(*) from " + table);
        found.next();
        return found.getInt(1);
    }
}
