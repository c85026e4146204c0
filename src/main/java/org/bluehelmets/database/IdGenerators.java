package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The generators of surrogate keys, which differ between databases. */
public interface IdGenerators {

    /** Returns the lowest key that the next row of a table can get. */
    long next(Connection connection, String table) throws SQLException;

    /**
     * Reserves the keys below a value: no connection gives them, or a key that was used before, to a new row. The caller
     * must ensure that no rows are added meanwhile.
     *
     * @param transaction the connection of the current transaction. PostgreSQL rolls the change back with it, H2 does not.
     */
    void keepFree(Connection transaction, String table, long next) throws SQLException;
}
