package org.bluehelmets.seed;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.DatabaseKind;
import org.bluehelmets.database.JdbcStatements;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to this build before anything else uses it. A native executable notes in the database that it
 * has done so, and looks for nothing but its note when it starts again: Flyway takes longer than all else that a start
 * does with the database.
 */
@ApplicationScoped
public class DatabaseMigrator {

    /** When the native executable was built; elsewhere this tells nothing, and is not noted. */
    private static final String BUILD = Instant.now().toString();

    /** The description of V1. */
    private static final String FIRST_MIGRATION = "schema";

    private static final int FIRST = 1;

    private volatile boolean done;

    /** Whether the database is up to date, and so has the data. */
    boolean areDone() {
        return done;
    }

    void bringUpToDate(
            @Observes @Priority(FIRST) StartupEvent start,
            Config config,
            DataSource dataSource,
            Instance<Flyway> flyway) {
        DatabaseKind database = DatabaseKind.of(config);
        String build = ImageMode.current() == ImageMode.NATIVE_RUN ? BUILD : null;
        try (Connection connection = dataSource.getConnection()) {
            bringUpToDate(connection, database, build, () -> flyway.get().migrate());
            done = true;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be opened", e);
        }
    }

    /**
     * Migrates, unless this build was the last to do so.
     *
     * @param build null for one that must always look
     */
    static void bringUpToDate(Connection connection, DatabaseKind database, String build, Runnable migrate)
            throws SQLException {
        if (build != null && build.equals(first(connection, "last_migration", "select build from last_migration"))) {
            return;
        }
        if (database == DatabaseKind.H2) {
            clearUnfinished(connection);
        }
        migrate.run();
        note(connection, build);
    }

    /**
     * Notes which build was the last, where it may note it. Others may be starting at the same time, or restoring a backup,
     * after which the data files may have to be read again.
     */
    private static void note(Connection connection, String build) throws SQLException {
        connection.setAutoCommit(false);
        try {
            DataVersion.lock(connection);
            JdbcStatements.update(connection, "delete from last_migration");
            if (build != null && SeedMigration.isNewest(AppliedMigrations.seedChecksum(connection))) {
                JdbcStatements.update(connection, "insert into last_migration (build) values (?)", build);
            }
            connection.commit();
        } finally {
            JdbcStatements.reset(connection);
        }
    }

    /**
     * A first start that was killed leaves tables that Flyway does not know of, as H2 commits each of them, and would
     * stumble over. Nobody has been told of anything in there: the data files come last, and before the first request.
     * A database without a history, or with somebody else's, is left for Flyway to refuse.
     */
    private static void clearUnfinished(Connection connection) throws SQLException {
        String history = "flyway_schema_history";
        String rows = "select \"description\" from \"flyway_schema_history\" where ";
        boolean begun = first(connection, history, rows + "\"installed_rank\" < 1") != null;
        String firstMigration = first(connection, history, rows + "\"installed_rank\" = 1");
        boolean ours = firstMigration == null || firstMigration.equals(FIRST_MIGRATION);
        boolean loaded = first(
                        connection,
                        history,
                        rows + "\"success\" and \"description\" = '%s'".formatted(SeedMigration.DESCRIPTION))
                != null;
        if (begun && ours && !loaded) {
            JdbcStatements.update(connection, "drop all objects");
        }
    }

    /** The text in the first row; null where there is none, or no such table. */
    private static String first(Connection connection, String table, String sql) throws SQLException {
        // H2 would write the failure of a query for a table that is not there into a trace file beside the database
        if (!isThere(connection, table)) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static boolean isThere(Connection connection, String table) throws SQLException {
        String sql = "select 1 from information_schema.tables where table_schema = ? and table_name in (?, ?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, connection.getSchema());
            select.setString(2, table);
            // as H2 stores names that are not quoted
            select.setString(3, table.toUpperCase(Locale.ROOT));
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
