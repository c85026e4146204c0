package org.bluehelmets.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests the migration of existing missions to the new kinds. */
class MissionKindsMigrationTest {

    private static final Path SCRIPT = Path.of("src/main/resources/db/migration/common/V8__mission_kinds.sql");

    @Test
    void convertsKindsOfStoredMissions() throws SQLException {
        String url = TestDatabase.newUrl();
        try (Connection database = TestDatabase.connect(url)) {
            migrate(url, "7");
            fill(database);
            migrate(url, "8");
            assertEquals(expected(), kinds(database));
        }
    }

    /** H2 commits each DDL statement, so a killed process leaves some of the changes. */
    @Test
    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    void continuesAfterKilledMigration() throws Exception {
        String[] statements = Files.readString(SCRIPT).split(";\\s*\n");
        for (int done = 0; done <= statements.length; done++) {
            String url = TestDatabase.newUrl();
            try (Connection database = TestDatabase.connect(url)) {
                migrate(url, "7");
                fill(database);
                for (int i = 0; i < done; i++) {
                    database.createStatement().execute(statements[i]);
                }
                migrate(url, "8");
                assertEquals(expected(), kinds(database), done + " statements");
            }
        }
    }

    private static Map<String, String> expected() {
        return new TreeMap<>(Map.of(
                "UNIFIL", "PEACEKEEPING",
                "UNLISTED", "PEACEKEEPING",
                "UNCOUNTED", "SPECIAL_POLITICAL",
                "UNAMI", "SPECIAL_POLITICAL",
                "UNSMA", "SPECIAL_POLITICAL",
                "UNSOS", "SUPPORT",
                "UNPF", "SUPPORT",
                "UNAVEM", "SUPPORT",
                "OIF", "NON_UN"));
    }

    private static void fill(Connection database) throws SQLException {
        for (String key : new String[] {"un-peacekeeping", "un-missions", "un-contributions", "un-fatalities"}) {
            database.createStatement()
                    .execute(
                            "insert into source (natural_key, kind, title, publisher) values ('%s', 'DATASET', 'T', 'P')"
                                    .formatted(key));
        }
        mission(database, "UNIFIL", "UN", "un-peacekeeping");
        mission(database, "UNAMI", "UN", "un-peacekeeping");
        mission(database, "UNSOS", "UN", "un-peacekeeping");
        mission(database, "OIF", "NON_UN", "un-peacekeeping");
        mission(database, "UNLISTED", "UN", "un-missions");
        mission(database, "UNSMA", "UN", "un-missions");
        mission(database, "UNPF", "UN", "un-missions");
        mission(database, "UNEF", "UN", "un-missions");
        mission(database, "UNAVEM", "UN", "un-missions");
        mission(database, "UNCOUNTED", "UN", "un-contributions");
        database.createStatement().execute("""
                insert into figure (natural_key, metric, amount, precision, mission_pk, source_pk)
                select 'un-fatalities/UNAVEM', 'FATALITIES', 41, 'EXACT', m.pk, m.source_pk from mission m
                where m.acronym = 'UNAVEM'""");
    }

    private static void mission(Connection database, String acronym, String kind, String source) throws SQLException {
        database.createStatement().execute("""
                insert into mission (acronym, name, kind, source_pk)
                select '%s', 'A mission', '%s', pk from source where natural_key = '%s'""".formatted(acronym, kind, source));
    }

    private static Map<String, String> kinds(Connection database) throws SQLException {
        Map<String, String> kinds = new TreeMap<>();
        try (ResultSet rows = database.createStatement().executeQuery("select acronym, kind from mission")) {
            while (rows.next()) {
                kinds.put(rows.getString(1), rows.getString(2));
            }
        }
        return kinds;
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(TestDatabase.LOCATIONS)
                .target(version)
                .load()
                .migrate();
    }
}
