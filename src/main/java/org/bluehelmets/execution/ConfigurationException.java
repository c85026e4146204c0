package org.bluehelmets.execution;

/** The configuration is invalid. The message says what to change. */
public class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
