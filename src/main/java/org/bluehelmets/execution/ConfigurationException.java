package org.bluehelmets.execution;

/** The service is configured so that it cannot serve. The message says what to do. */
public class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
