package org.bluehelmets.imports;

/** Receives the progress of an import. */
public interface ImportProgress {

    /** Ignores all progress. */
    ImportProgress NONE = new ImportProgress() {};

    /** Called after every row, with the number of rows read so far. */
    default void onRowRead(long rows) {}

    /** Called for every bad row, including those that the report does not list. */
    default void onBadRow(BadRow row) {}
}
