package org.bluehelmets.seed;

/** A data file cannot be read. The message names the file, the line, the column, the value and what to write instead. */
public class SeedFileException extends RuntimeException {

    SeedFileException(String message) {
        super(message);
    }

    SeedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
