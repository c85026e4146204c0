package org.bluehelmets.query;

/**
 * The client asked for something that cannot be. The message says what is wrong and what is allowed; it goes to the
 * client as it is, with the code BAD_USER_INPUT.
 */
public class BadUserInputException extends RuntimeException {

    public BadUserInputException(String message) {
        super(message, null, false, false);
    }
}
