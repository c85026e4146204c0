package org.bluehelmets.database;

/** The configured database is missing or differs from the one of the build. The message says what to do. */
public class WrongDatabaseException extends RuntimeException {

    WrongDatabaseException(String message) {
        super(message);
    }
}
