package org.bluehelmets.ingest;

/** Hears how an import goes on. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /** Called after every row. */
    default void read(long rows) {}

    /** Called for every row that cannot be read, also where a report lists them no more. */
    default void bad(BadRow row) {}
}
