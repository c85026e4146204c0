package org.bluehelmets.imports.reader;

/** A file as a whole cannot be read. The message tells the client what is wrong and what to do. */
public class UnreadableFileException extends Exception {

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
