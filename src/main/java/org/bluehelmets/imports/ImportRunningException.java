package org.bluehelmets.imports;

/** Another import is running and holds a lock that the operation needs. */
public class ImportRunningException extends Exception {

    ImportRunningException(Dataset dataset, Throwable cause) {
        super("another import of " + dataset + " is running; retry when it has finished", cause);
    }

    public ImportRunningException(Throwable cause) {
        super("an import is running; retry when it has finished", cause);
    }
}
