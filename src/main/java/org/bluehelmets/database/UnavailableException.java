package org.bluehelmets.database;

/** The database failed temporarily. The client can retry, because nothing was changed or the operation is repeatable. */
public class UnavailableException extends IllegalStateException {

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
