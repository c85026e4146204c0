package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The surrogate keys that the database gives new rows, which it keeps track of in its own way. */
public interface IdGenerators {

    /** The key that the next row of a table will have, at least. */
    long next(Connection connection, String table) throws SQLException;

    /**
     * Has new rows get no key below this one, nor one that a row had already, whichever connection adds them. Nobody else
     * adds any meanwhile.
     *
     * @param transaction which this is a part of, where the database can take it back
     */
    void keepFree(Connection transaction, String table, long next) throws SQLException;
}
