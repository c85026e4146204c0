package org.bluehelmets.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Distinguishes temporary failures of the database, such as a lost connection, from errors that need a fix. */
public final class TransientSqlErrors {

    /** The SQL states of lock timeouts in H2 and PostgreSQL, and of deadlocks. */
    private static final Set<String> LOCKED = Set.of("HYT00", "55P03", "40001", "40P01");

    /** PostgreSQL's state of a statement that the client or the server cancelled. */
    private static final String CANCELLED = "57014";

    /** The class of SQL states of connections that cannot be opened or are lost. */
    private static final String CONNECTION = "08";

    /**
     * PostgreSQL's states of temporary failures: the server shuts down, closes a connection, is starting or has no free
     * connection; a statement times out, waits too long for a lock or is part of a deadlock; a standby server cancels a
     * query that conflicts with recovery.
     */
    private static final Set<String> TRANSIENT =
            Set.of("57P01", "57P02", "57P03", "57P05", "53300", CANCELLED, "55P03", "40001", "40P01");

    private TransientSqlErrors() {}

    /** Returns the message of a temporary failure of the database or the connection pool; empty for other failures. */
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof SQLException sql && isTransient(sql))
                .map(Throwable::getMessage)
                .findFirst();
    }

    /**
     * Returns the exception to throw after a statement has failed.
     *
     * @return {@link UnavailableException} if the failure is temporary
     */
    public static IllegalStateException failure(String message, SQLException cause) {
        return of(cause).isPresent()
                ? new UnavailableException(message, cause)
                : new IllegalStateException(message, cause);
    }

    /** Whether a statement was cancelled. The server works in this case. */
    public static boolean isCancellation(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientConnectionException || isFromPool(failure);
        }
        return state.startsWith(CONNECTION) || TRANSIENT.contains(state);
    }

    /** The connection pool sets no SQL state in its exceptions. */
    private static boolean isFromPool(SQLException failure) {
        return failure instanceof SQLTimeoutException
                || failure.getStackTrace().length > 0
                        && failure.getStackTrace()[0].getClassName().startsWith("io.agroal.");
    }

    /** Whether a statement failed because another transaction holds a lock, or because of a deadlock. */
    public static boolean isLockConflict(SQLException e) {
        return e.getSQLState() != null && LOCKED.contains(e.getSQLState());
    }
}
