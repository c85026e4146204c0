package org.bluehelmets.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.InputRow;

/** Takes the rows of one file into a transaction that is not its own. */
interface DatasetImport extends AutoCloseable {

    /** @throws BadCellException where the row cannot be read; nothing is taken of it then */
    void accept(InputRow row) throws BadCellException, SQLException;

    /** Notes that a row cannot be read, so that what it belongs to is not complete. */
    default void skip(InputRow row) {}

    /** Reports what can only be seen when all rows are there, and leaves those rows out. */
    default void finish(BadRows bad) throws SQLException {}

    /** What {@link #apply} would remove that somebody must allow. */
    default List<ShrinkingMonth> shrinking() throws SQLException {
        return List.of();
    }

    /** Writes what was accepted where readers will look for it. */
    ImportSummary apply() throws SQLException;

    /** Rows that were read and are not stored, and why. */
    default List<SkippedRow> skipped() {
        return List.of();
    }

    /** Acronyms of the missions that were added. */
    Set<String> missionsAdded();

    /** What was stored without rows that were skipped. */
    default List<String> incomplete() {
        return List.of();
    }

    /** What keeps what was there before, as rows of it were skipped. */
    default List<String> kept() {
        return List.of();
    }

    /** The rows accepted of what is {@link #kept}. */
    default long rowsLeftOut() {
        return 0;
    }

    /** Gives back what the import holds besides its transaction. */
    @Override
    default void close() throws SQLException {}
}
