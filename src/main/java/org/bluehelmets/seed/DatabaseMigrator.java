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
 * Migrates the database at startup, before anything else uses it. A native executable stores its build in the database
 * after a migration. If it finds its own build there, it skips Flyway, which takes most of the startup time.
 */
@ApplicationScoped
public class DatabaseMigrator {

    /** The build time of a native executable, because class initialization runs at build time. Meaningless on the JVM. */
    private static final String BUILD = Instant.now().toString();

    /** Flyway's description of V1. */
    private static final String FIRST_MIGRATION = "schema";

    private static final int BEFORE_OTHER_OBSERVERS = 1;

    private volatile boolean migrated;

    /** Whether the database is up to date and contains the seed data. */
    boolean isMigrated() {
        return migrated;
    }

    void migrateAtStartup(
            @Observes @Priority(BEFORE_OTHER_OBSERVERS) StartupEvent start,
            Config config,
            DataSource dataSource,
            Instance<Flyway> flyway) {
        DatabaseKind database = DatabaseKind.of(config);
        String build = ImageMode.current() == ImageMode.NATIVE_RUN ? BUILD : null;
        try (Connection connection = dataSource.getConnection()) {
            migrateUnlessUpToDate(
                    connection, database, build, () -> flyway.get().migrate());
            migrated = true;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open the database", e);
        }
    }

    /**
     * Migrates the database, unless this build was the last one to migrate it.
     *
     * @param build identifies the build; null always migrates
     */
    static void migrateUnlessUpToDate(Connection connection, DatabaseKind database, String build, Runnable migrate)
            throws SQLException {
        if (build != null
                && build.equals(firstText(connection, "last_migration", "select build from last_migration"))) {
            return;
        }
        if (database == DatabaseKind.H2) {
            dropUnfinishedDatabase(connection);
        }
        migrate.run();
        storeBuild(connection, build);
    }

    /**
     * Stores the build, unless another process has restored a backup in the meantime whose seed files differ. The lock excludes
     * restores and other starting processes.
     */
    private static void storeBuild(Connection connection, String build) throws SQLException {
        connection.setAutoCommit(false);
        try {
            DataVersion.lock(connection);
            JdbcStatements.update(connection, "delete from last_migration");
            if (build != null && SeedMigration.isUpToDate(AppliedMigrations.seedChecksum(connection))) {
                JdbcStatements.update(connection, "insert into last_migration (build) values (?)", build);
            }
            connection.commit();
        } finally {
            JdbcStatements.reset(connection);
        }
    }

    /**
     * Drops the tables of a first start that was killed. H2 commits each DDL statement, so Flyway would fail on tables that it
     * has no record of. Such a database contains no data of clients, because the seed files load last, and before the first
     * request. Leaves databases without a history, or with the history of another application, for Flyway to reject.
     */
    private static void dropUnfinishedDatabase(Connection connection) throws SQLException {
        String history = "flyway_schema_history";
        String rows = "select \"description\" from \"flyway_schema_history\" where ";
        boolean historyStarted = firstText(connection, history, rows + "\"installed_rank\" < 1") != null;
        String firstMigration = firstText(connection, history, rows + "\"installed_rank\" = 1");
        boolean isOwnHistory = firstMigration == null || firstMigration.equals(FIRST_MIGRATION);
        boolean seedLoaded = firstText(
                        connection,
                        history,
                        rows + "\"success\" and \"description\" = '%s'".formatted(SeedMigration.DESCRIPTION))
                != null;
        if (historyStarted && isOwnHistory && !seedLoaded) {
            JdbcStatements.update(connection, "drop all objects");
        }
    }

    /** Returns the text in the first row, or null if there is no row or no such table. */
    private static String firstText(Connection connection, String table, String sql) throws SQLException {
        // H2 writes queries of missing tables to a trace file next to the database
        if (!tableExists(connection, table)) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static boolean tableExists(Connection connection, String table) throws SQLException {
        String sql = "select 1 from information_schema.tables where table_schema = ? and table_name in (?, ?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, connection.getSchema());
            select.setString(2, table);
            // H2 stores unquoted names in upper case
            select.setString(3, table.toUpperCase(Locale.ROOT));
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
