package org.bluehelmets;

import io.quarkus.arc.InactiveBeanException;
import io.quarkus.runtime.QuarkusBindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluehelmets.database.DatabaseKind;
import org.bluehelmets.database.WrongDatabaseException;
import org.bluehelmets.execution.ConfigurationException;
import org.bluehelmets.seed.SeedFileException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Explains why the service does not start and what to do. */
final class StartFailure {

    private static final String PROPERTY = "bluehelmets.data.directory";

    /** Error codes of H2, because its classes are missing in a build for PostgreSQL. */
    private static final class H2 {
        static final int GENERAL_ERROR = 50000;
        static final int URL_RELATIVE_TO_DIRECTORY = 90011;
        static final int ALREADY_OPEN = 90020;
        static final int IO_EXCEPTION = 90028;
        static final int FILE_CORRUPTED = 90030;
        static final int IO_EXCEPTION_OF = 90031;
        static final int FILE_VERSION = 90048;
        static final int FILE_CREATION_FAILED = 90062;
        static final int READ_ONLY = 90097;
    }

    private StartFailure() {}

    /** Returns an explanation, or empty if the failure is unknown. */
    static Optional<String> advice(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof SeedFileException) {
            return Optional.of("Correct the seed files and build again. " + cause.getMessage());
        }
        if (cause instanceof ConfigurationException || cause instanceof WrongDatabaseException) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof InactiveBeanException) {
            // Hibernate fails without a data source before our own check runs.
            return wrongDatabase();
        }
        if (cause instanceof FlywayValidateException) {
            return Optional.of("Another version of this service created the database. Start that version, or set "
                    + PROPERTY + " to a new directory.");
        }
        if (cause instanceof QuarkusBindException bind) {
            return Optional.of("Port " + bind.getPort() + " is in use. Stop the process that uses it, or set"
                    + " quarkus.http.port to another.");
        }
        return cause instanceof SQLException sql ? sentence(sql) : Optional.empty();
    }

    private static Optional<String> wrongDatabase() {
        try {
            DatabaseKind.of(ConfigProvider.getConfig());
            return Optional.empty();
        } catch (WrongDatabaseException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> sentence(SQLException failure) {
        String advice =
                switch (failure.getErrorCode()) {
                    case H2.ALREADY_OPEN ->
                        "Another process uses the database. Stop it, or set " + PROPERTY
                                + " to another directory. To import into a running service, use POST /imports/contributions.";
                    case H2.URL_RELATIVE_TO_DIRECTORY ->
                        "Set " + PROPERTY + " to an absolute path, or to one that begins with \"./\".";
                    case H2.FILE_CREATION_FAILED, H2.IO_EXCEPTION, H2.IO_EXCEPTION_OF, H2.GENERAL_ERROR ->
                        "The database cannot be written. Make the directory writable, or set " + PROPERTY
                                + " to a writable directory. " + failure.getMessage();
                    case H2.READ_ONLY ->
                        "The database is read-only, but the service writes to it at start-up. Make its files and their volume"
                                + " writable, or set " + PROPERTY + " to a directory with a writable copy.";
                    case H2.FILE_VERSION, H2.FILE_CORRUPTED ->
                        "The database cannot be read. Restore it from a backup, or set " + PROPERTY
                                + " to a new directory. " + failure.getMessage();
                    default -> postgreSqlAdvice(failure);
                };
        return Optional.ofNullable(advice);
    }

    /** Explains SQL states of PostgreSQL. */
    private static String postgreSqlAdvice(SQLException failure) {
        if (failure.getSQLState() == null) {
            return null;
        }
        return switch (failure.getSQLState()) {
            case "08001", "08004", "08006", "57P03" ->
                "The database cannot be reached. Start it, or set QUARKUS_DATASOURCE_JDBC_URL to its address. "
                        + failure.getMessage();
            case "28000", "28P01" ->
                "The database rejects the user. Set QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD. "
                        + failure.getMessage();
            case "3D000" ->
                "The database does not exist. Create it, or set another in QUARKUS_DATASOURCE_JDBC_URL. "
                        + failure.getMessage();
            case "42501" ->
                "The database user lacks permissions. Make it the owner of the database. " + failure.getMessage();
            case "53300" ->
                "The database has no free connection. Increase max_connections, or reduce quarkus.datasource.jdbc.max-size. "
                        + failure.getMessage();
            default -> null;
        };
    }
}
