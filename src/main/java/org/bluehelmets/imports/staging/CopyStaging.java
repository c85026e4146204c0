package org.bluehelmets.imports.staging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.model.PersonnelCategory;
import org.postgresql.PGConnection;

/**
 * Writes rows that were read by COPY, in the import's own transaction, to a table that only it sees: nothing is left of
 * them, whatever becomes of the import, and several replicas may import different datasets.
 */
final class CopyStaging implements StagingTable {

    @Singleton
    @IfBuildProperty(name = "bluehelmets.db", stringValue = "postgresql")
    static class OfPostgreSQL implements Store {
        @Override
        public StagingTable open(Connection connection, DataSource dataSource) throws SQLException {
            return new CopyStaging(connection);
        }

        /** PostgreSQL does so by itself, but a minute later, and until then looks for a month among all rows. */
        @Override
        public void refreshStatistics(Connection connection) throws SQLException {
            JdbcStatements.update(connection, "analyze personnel_count");
        }
    }

    private static final String COPY =
            "copy contribution_staging (report_month, nation_pk, mission_pk, category, women, men) from stdin";

    private final Connection connection;

    /** Lines as COPY reads them. No value needs to be escaped. */
    private final StringBuilder lines = new StringBuilder();

    private long added;

    private CopyStaging(Connection connection) throws SQLException {
        this.connection = connection;
        // hides the table of the same name for this connection
        JdbcStatements.update(
                connection, "create temporary table contribution_staging (like contribution_staging) on commit drop");
    }

    @Override
    public void add(LocalDate day, long nation, Long mission, PersonnelCategory category, int women, int men)
            throws SQLException {
        lines.append(day.withDayOfMonth(1)).append('\t').append(nation).append('\t');
        lines.append(mission == null ? "\\N" : mission.toString()).append('\t').append(category.name());
        lines.append('\t').append(women).append('\t').append(men).append('\n');
        if (++added % BATCH == 0) {
            write();
        }
    }

    private void write() throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(lines.toString().getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new SQLException("the rows read could not be copied", e);
        }
        lines.setLength(0);
    }

    @Override
    public void finish() throws SQLException {
        write();
        JdbcStatements.update(connection, "create index on contribution_staging (report_month)");
        JdbcStatements.update(connection, "analyze contribution_staging");
    }

    @Override
    public int remove(YearMonth month, boolean withMission) throws SQLException {
        return StagingTable.remove(connection, month, withMission);
    }

    @Override
    public void close() {
        // the transaction ends soon, and the table with it
    }
}
