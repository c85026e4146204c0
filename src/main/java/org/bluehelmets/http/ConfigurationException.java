package org.bluehelmets.http;

/** The service is configured so that it cannot serve. The message says what to do. */
public class ConfigurationException extends RuntimeException {

    ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
