package org.bluehelmets.database;

/** The request was cancelled while its query was running. */
public class QueryCancelledException extends RuntimeException {

    QueryCancelledException() {
        super("The query was cancelled.", null, false, false);
    }
}
