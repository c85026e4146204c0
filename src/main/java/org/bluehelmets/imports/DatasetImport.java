package org.bluehelmets.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.InputRow;

/** Imports the rows of one file, in a transaction of the caller. */
interface DatasetImport extends AutoCloseable {

    /** @throws BadCellException if the row is invalid; it is ignored then */
    void addRow(InputRow row) throws BadCellException, SQLException;

    /** Records a bad row, so that its month or mission counts as incomplete. */
    default void addBadRow(InputRow row) {}

    /** Called after the last row. Adds the rows that are bad in the context of the whole file. */
    default void finishReading(BadRows badRows) throws SQLException {}

    /** Finds the losses that need {@link ImportOptions#allowShrinking}. */
    default List<Shrinkage> findShrinkage() throws SQLException {
        return List.of();
    }

    /** Writes the added rows to the tables of the data model. */
    ImportSummary apply() throws SQLException;

    /** Valid rows that are not stored. */
    default List<SkippedRow> skippedRows() {
        return List.of();
    }

    /** Acronyms of the missions that this import added. */
    Set<String> missionsAdded();

    /** Months or missions that were stored without their bad rows. */
    default List<String> incomplete() {
        return List.of();
    }

    /** Months or missions that keep their stored data because of bad rows. */
    default List<String> kept() {
        return List.of();
    }

    /** The number of valid rows of the months or missions that are {@link #kept}. */
    default long rowsLeftOut() {
        return 0;
    }

    /** Releases resources other than the transaction. */
    @Override
    default void close() throws SQLException {}
}
