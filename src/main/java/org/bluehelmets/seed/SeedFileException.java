package org.bluehelmets.seed;

/** A seed file cannot be loaded. The message names the file, line, column and value, and what to write instead. */
public class SeedFileException extends RuntimeException {

    SeedFileException(String message) {
        super(message);
    }

    SeedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
