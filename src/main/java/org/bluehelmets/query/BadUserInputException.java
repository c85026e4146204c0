package org.bluehelmets.query;

/**
 * Invalid input of a client. The response contains the message with the code {@code BAD_USER_INPUT}: it says what is wrong
 * and what is allowed.
 */
public class BadUserInputException extends RuntimeException {

    public BadUserInputException(String message) {
        super(message, null, false, false);
    }
}
