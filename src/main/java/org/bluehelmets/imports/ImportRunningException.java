package org.bluehelmets.imports;

/** An import is under way, which this would be in the way of. */
public class ImportRunningException extends Exception {

    ImportRunningException(Dataset dataset, Throwable cause) {
        super("another import of " + dataset + " is under way; try again when it is done", cause);
    }

    public ImportRunningException(Throwable cause) {
        super("an import is under way; try again when it is done", cause);
    }
}
