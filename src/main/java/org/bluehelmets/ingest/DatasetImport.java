package org.bluehelmets.ingest;

import java.sql.SQLException;
import java.util.Set;

/** Takes the rows of one file into a transaction that is not its own. */
interface DatasetImport extends AutoCloseable {

    /** @throws BadCellException where the row cannot be read; nothing is taken of it then */
    void accept(InputRow row) throws BadCellException, SQLException;

    /** Writes what was accepted where readers will look for it. */
    Changes apply(Progress progress) throws SQLException;

    /** Acronyms of the missions that were added. */
    Set<String> missionsAdded();

    /** Called after the transaction has ended. */
    @Override
    default void close() throws SQLException {}
}
