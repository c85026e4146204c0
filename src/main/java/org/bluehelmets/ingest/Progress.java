package org.bluehelmets.ingest;

/** Hears how far an import has come. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /** Called after every row. */
    default void read(long rows) {}

    /** Called after every month, mission or whatever the dataset is replaced by. */
    default void written(int done, int all) {}
}
