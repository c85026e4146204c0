package org.bluehelmets.database;

/** A query was stopped from outside; nobody waits for what it would read. */
public class QueryCancelledException extends RuntimeException {

    QueryCancelledException() {
        super("stopped", null, false, false);
    }
}
