package org.bluehelmets.http;

/** The editor's token is configured so that it cannot serve. The message says what to do. */
public class EditorTokenException extends RuntimeException {

    EditorTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
