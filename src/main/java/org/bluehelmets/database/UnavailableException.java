package org.bluehelmets.database;

/** The database failed in a way that passes, and nothing was changed or it may be asked for once more. */
public class UnavailableException extends IllegalStateException {

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
