package org.bluehelmets.imports.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.model.PersonnelCategory;

/**
 * What an import has read of a file of contributions, in the table {@code contribution_staging}, until all is there. How it
 * gets there is what databases do differently.
 */
public interface StagingTable extends AutoCloseable {

    /** How many rows are written at once. */
    int BATCH = 10_000;

    /** Makes them for one import after another. */
    interface Store {

        /**
         * Begins without a row.
         *
         * @param connection holds the transaction of the import, which sees the rows
         * @param dataSource for what is not part of that transaction
         */
        StagingTable open(Connection connection, DataSource dataSource) throws SQLException;

        /** Has the database look at the counts anew after they were changed: how it finds them follows what it knows of them. */
        void refreshStatistics(Connection connection) throws SQLException;
    }

    /** @param mission null where the row names none */
    void add(LocalDate day, long nation, Long mission, PersonnelCategory category, int women, int men)
            throws SQLException;

    /** Writes what was added, for all to be there from here on. */
    void finish() throws SQLException;

    /** Leaves out the rows of a month that name a mission, or those that do not. Answers how many there were. */
    int remove(YearMonth month, boolean withMission) throws SQLException;

    @Override
    void close() throws SQLException;

    /** The same for all databases, on the connection that the rows were written by. */
    static int remove(Connection connection, YearMonth month, boolean withMission) throws SQLException {
        return JdbcStatements.update(
                connection,
                "delete from contribution_staging where report_month = ? and mission_pk is "
                        + (withMission ? "not null" : "null"),
                month.atDay(1));
    }
}
