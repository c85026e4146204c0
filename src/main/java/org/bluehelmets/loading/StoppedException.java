package org.bluehelmets.loading;

/** A query was stopped from outside; nobody waits for what it would read. */
public class StoppedException extends RuntimeException {

    StoppedException() {
        super("stopped", null, false, false);
    }
}
