package org.bluehelmets.imports;

/** Hears how an import goes on. */
public interface ImportProgress {

    /** Hears nothing. */
    ImportProgress NONE = new ImportProgress() {};

    /** Called after every row. */
    default void read(long rows) {}

    /** Called for every row that cannot be read, also where a report lists them no more. */
    default void bad(BadRow row) {}
}
