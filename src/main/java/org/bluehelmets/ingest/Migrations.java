package org.bluehelmets.ingest;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to this build before anything else uses it. A native executable notes in the database that it
 * has done so, and looks for nothing but its note when it starts again: Flyway would take longer than all else that a
 * start does with the database.
 */
@ApplicationScoped
public class Migrations {

    /** The native executable is built only once; elsewhere this tells nothing, and is not noted. */
    private static final String BUILD = Instant.now().toString();

    private static final int FIRST = 1;
    private static final String NO_SUCH_TABLE = "42S02";
    private static final String EMPTY_DATABASE = "42S04";

    void bringUpToDate(@Observes @Priority(FIRST) StartupEvent start, DataSource dataSource, Instance<Flyway> flyway) {
        try (Connection connection = dataSource.getConnection()) {
            if (ImageMode.current() == ImageMode.NATIVE_RUN) {
                bringUpToDate(connection, BUILD, () -> flyway.get().migrate());
            } else {
                flyway.get().migrate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be opened", e);
        }
    }

    /** Migrates, unless this build has done so before. */
    static void bringUpToDate(Connection connection, String build, Runnable migrate) throws SQLException {
        if (!build.equals(lastBuild(connection))) {
            migrate.run();
            // in this order: who is killed in between looks once more
            Sql.update(connection, "delete from checked_by");
            Sql.update(connection, "insert into checked_by (build) values (?)", build);
        }
    }

    private static String lastBuild(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select build from checked_by")) {
            return found.next() ? found.getString(1) : null;
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState()) || EMPTY_DATABASE.equals(e.getSQLState())) {
                return null;
            }
            throw e;
        }
    }
}
