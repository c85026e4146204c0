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
 * Stages rows with COPY into a temporary table in the transaction of the import. The table disappears with the transaction,
 * and replicas can import different datasets at the same time.
 */
final class CopyStaging implements StagingTable {

    @Singleton
    @IfBuildProperty(name = "bluehelmets.db", stringValue = "postgresql")
    static class PostgreSqlStore implements Store {
        @Override
        public StagingTable open(Connection connection, DataSource dataSource) throws SQLException {
            return new CopyStaging(connection);
        }

        /** Autovacuum does the same, but up to a minute later; until then, PostgreSQL scans all rows to find a month. */
        @Override
        public void refreshStatistics(Connection connection) throws SQLException {
            JdbcStatements.update(connection, "analyze personnel_count");
        }
    }

    private static final String COPY =
            "copy contribution_staging (report_month, nation_pk, mission_pk, category, women, men) from stdin";

    private final Connection connection;

    /** Lines in the text format of COPY. No value needs escaping. */
    private final StringBuilder lines = new StringBuilder();

    private long added;

    private CopyStaging(Connection connection) throws SQLException {
        this.connection = connection;
        // on this connection, the temporary table hides the permanent table of the same name
        JdbcStatements.update(
                connection, "create temporary table contribution_staging (like contribution_staging) on commit drop");
    }

    @Override
    public void add(LocalDate day, long nation, Long mission, PersonnelCategory category, int women, int men)
            throws SQLException {
        lines.append(day.withDayOfMonth(1)).append('\t').append(nation).append('\t');
        lines.append(mission == null ? "\\N" : mission.toString()).append('\t').append(category.name());
        lines.append('\t').append(women).append('\t').append(men).append('\n');
        if (++added % BATCH_SIZE == 0) {
            flush();
        }
    }

    private void flush() throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(lines.toString().getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new SQLException("cannot copy rows to the staging table", e);
        }
        lines.setLength(0);
    }

    @Override
    public void finish() throws SQLException {
        flush();
        JdbcStatements.update(connection, "create index on contribution_staging (report_month)");
        JdbcStatements.update(connection, "analyze contribution_staging");
    }

    @Override
    public int remove(YearMonth month, boolean withMission) throws SQLException {
        return StagingTable.remove(connection, month, withMission);
    }

    @Override
    public void close() {
        // the end of the transaction drops the table
    }
}
