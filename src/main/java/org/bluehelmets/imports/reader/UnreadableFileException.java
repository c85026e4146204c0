package org.bluehelmets.imports.reader;

/** A file cannot be imported at all. The message is for whoever sent it: what is wrong and what would do. */
public class UnreadableFileException extends Exception {

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
