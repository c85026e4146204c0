package org.bluehelmets.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * H2 commits each statement that changes tables. A process that is killed in the middle of a migration leaves some of them
 * done, and the next start must get through.
 */
@EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
class KilledMigrationTest {

    private static final Path SCRIPT = Path.of("src/main/resources/db/migration/common/V6__curation.sql");

    static List<String> statements() throws IOException {
        return Arrays.stream(Files.readString(SCRIPT).split(";\\s*\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    static List<Integer> kills() throws IOException {
        return IntStream.rangeClosed(0, statements().size()).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void afterSoManyStatements(int done) throws Exception {
        String url = TestDatabase.newUrl();
        try (Connection database = TestDatabase.connect(url)) {
            migrate(url, "5");
            for (String statement : statements().subList(0, done)) {
                database.createStatement().execute(statement);
            }
            migrate(url, "6");
            assertEquals(0, rows(database, "personnel_count_revision") + rows(database, "first_answer"));
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
