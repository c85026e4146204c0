package org.bluehelmets.imports.staging;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Stages rows with JDBC batches, on a separate connection with its own transactions. In the transaction of the import, H2
 * would keep all rows in memory until the commit.
 */
final class JdbcStaging implements StagingTable {

    @Singleton
    @IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
    static class H2Store implements Store {
        @Override
        public StagingTable open(Connection connection, DataSource dataSource) throws SQLException {
            return new JdbcStaging(dataSource.getConnection());
        }

        @Override
        public void refreshStatistics(Connection connection) {
            // H2 refreshes them automatically
        }
    }

    private final Connection connection;
    private final PreparedStatement insert;
    private long added;

    private JdbcStaging(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            // remove the rows of an import that was killed
            JdbcStatements.update(connection, "truncate table contribution_staging");
            connection.setAutoCommit(false);
            insert = connection.prepareStatement("""
                    insert into contribution_staging (report_month, nation_pk, mission_pk, category, women, men)
                    values (?, ?, ?, ?, ?, ?)""");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void add(LocalDate day, long nation, Long mission, PersonnelCategory category, int women, int men)
            throws SQLException {
        insert.setObject(1, day.withDayOfMonth(1));
        insert.setLong(2, nation);
        insert.setObject(3, mission, Types.BIGINT);
        insert.setString(4, category.name());
        insert.setInt(5, women);
        insert.setInt(6, men);
        insert.addBatch();
        if (++added % BATCH_SIZE == 0) {
            finish();
        }
    }

    @Override
    public void finish() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    @Override
    public int remove(YearMonth month, boolean withMission) throws SQLException {
        int removed = StagingTable.remove(connection, month, withMission);
        connection.commit();
        return removed;
    }

    @Override
    public void close() throws SQLException {
        try (Connection closed = connection) {
            insert.close();
            connection.rollback();
            connection.setAutoCommit(true);
            JdbcStatements.update(closed, "truncate table contribution_staging");
        }
    }
}
