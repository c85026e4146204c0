package org.bluehelmets.imports.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Stages the rows of a contributions file in the table {@code contribution_staging} until the whole file is read. Each database
 * has its own implementation.
 */
public interface StagingTable extends AutoCloseable {

    /** The number of rows in a batch. */
    int BATCH_SIZE = 10_000;

    /** Opens staging tables. */
    interface Store {

        /**
         * Opens an empty staging table.
         *
         * @param connection holds the transaction of the import, which sees the rows
         * @param dataSource provides connections outside that transaction
         */
        StagingTable open(Connection connection, DataSource dataSource) throws SQLException;

        /** Refreshes the optimizer statistics of the counts after a change. */
        void refreshStatistics(Connection connection) throws SQLException;
    }

    /** @param mission the surrogate key of the mission; null if the row names none */
    void add(LocalDate day, long nation, Long mission, PersonnelCategory category, int women, int men)
            throws SQLException;

    /** Writes the remaining rows, so that the transaction of the import sees all of them. */
    void finish() throws SQLException;

    /** Removes the rows of a month with or without a mission, and returns their number. */
    int remove(YearMonth month, boolean withMission) throws SQLException;

    @Override
    void close() throws SQLException;

    /** Implements {@link #remove(YearMonth, boolean)} on the connection that wrote the rows. */
    static int remove(Connection connection, YearMonth month, boolean withMission) throws SQLException {
        return JdbcStatements.update(
                connection,
                "delete from contribution_staging where report_month = ? and mission_pk is "
                        + (withMission ? "not null" : "null"),
                month.atDay(1));
    }
}
