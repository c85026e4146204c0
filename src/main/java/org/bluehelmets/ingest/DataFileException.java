package org.bluehelmets.ingest;

/** A data file cannot be read. The message names the file, the line, the column, the value and what to write instead. */
public class DataFileException extends RuntimeException {

    DataFileException(String message) {
        super(message);
    }

    DataFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
