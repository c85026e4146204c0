package org.bluehelmets.database;

/** The service is to use a database that it was not built for, or none. The message says what to do. */
public class WrongDatabaseException extends RuntimeException {

    WrongDatabaseException(String message) {
        super(message);
    }
}
