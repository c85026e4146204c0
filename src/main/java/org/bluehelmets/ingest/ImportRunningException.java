package org.bluehelmets.ingest;

/** Another import of the same dataset is under way. */
public class ImportRunningException extends Exception {

    ImportRunningException(Dataset dataset, Throwable cause) {
        super("another import of " + dataset + " is under way; try again when it is done", cause);
    }
}
