package org.bluehelmets;

import io.quarkus.runtime.QuarkusBindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluehelmets.http.ConfigurationException;
import org.bluehelmets.ingest.DataFileException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;

/** What to do when the service does not start. */
final class StartFailure {

    private static final String PROPERTY = "bluehelmets.data.directory";

    private StartFailure() {}

    /** A sentence for whoever started the service; empty where only the stack tells more. */
    static Optional<String> advice(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof DataFileException) {
            return Optional.of("Mend the data files and build again. " + cause.getMessage());
        }
        if (cause instanceof ConfigurationException) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof FlywayValidateException) {
            return Optional.of("The database was made by another version of this service. Start that version, or set "
                    + PROPERTY + " to a new directory.");
        }
        if (cause instanceof QuarkusBindException bind) {
            return Optional.of("Port " + bind.getPort() + " is in use. Stop the process that uses it, or set"
                    + " quarkus.http.port to another.");
        }
        if (cause instanceof SQLException sql) {
            switch (sql.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1:
                    return Optional.of("Another process uses the database. Stop it, or set " + PROPERTY
                            + " to a directory of its own. A running service imports by POST /imports/contributions.");
                case ErrorCode.URL_RELATIVE_TO_CWD:
                    return Optional.of("Set " + PROPERTY + " to an absolute path, or to one that begins with \"./\".");
                case ErrorCode.FILE_CREATION_FAILED_1,
                        ErrorCode.IO_EXCEPTION_1,
                        ErrorCode.IO_EXCEPTION_2,
                        ErrorCode.GENERAL_ERROR_1:
                    return Optional.of("The database cannot be written. Make the directory writable, or set " + PROPERTY
                            + " to one that is. " + sql.getMessage());
                case ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_CORRUPTED_1:
                    return Optional.of("The database cannot be read. Restore it from a backup, or set " + PROPERTY
                            + " to a new directory. " + sql.getMessage());
                default:
            }
        }
        return Optional.empty();
    }
}
