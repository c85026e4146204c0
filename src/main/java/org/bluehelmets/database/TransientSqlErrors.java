package org.bluehelmets.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures that pass, once the database is back or has a connection left, from those that somebody must mend. */
public final class TransientSqlErrors {

    /** The SQL states of who would have to wait for others who write: H2's, PostgreSQL's, and deadlocks. */
    private static final Set<String> LOCKED = Set.of("HYT00", "55P03", "40001", "40P01");

    /** PostgreSQL's state of a statement that was cancelled, by who sent it or by the server. */
    private static final String CANCELLED = "57014";

    /** The class of SQL states of connections that cannot be made, or are lost. */
    private static final String CONNECTION = "08";

    /**
     * PostgreSQL's states of a server that ends, ends a connection, or is not ready; that has no connection left; of a
     * statement that took longer than the server allows; of who waited too long for others who write; and of a standby
     * server that follows its primary at the cost of who reads there.
     */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", "57P03", "57P05", "53300", CANCELLED, "55P03", "40001", "40P01");

    private TransientSqlErrors() {}

    /** What the database, or the pool of connections to it, says of an outage; empty for any other failure. */
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof SQLException sql && passes(sql))
                .map(Throwable::getMessage)
                .findFirst();
    }

    /**
     * What to throw where a statement failed.
     *
     * @return {@link UnavailableException} where that passes
     */
    public static IllegalStateException failure(String message, SQLException cause) {
        return of(cause).isPresent()
                ? new UnavailableException(message, cause)
                : new IllegalStateException(message, cause);
    }

    /** Whether a statement failed because it was cancelled, which says nothing of the server. */
    public static boolean isCancellation(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientConnectionException || isOfPool(failure);
        }
        return state.startsWith(CONNECTION) || PASSING.contains(state);
    }

    /** The pool has a state for none of its own failures. */
    private static boolean isOfPool(SQLException failure) {
        return failure instanceof SQLTimeoutException
                || failure.getStackTrace().length > 0
                        && failure.getStackTrace()[0].getClassName().startsWith("io.agroal.");
    }

    /** Whether a statement has failed because of what others are writing. */
    public static boolean isLockConflict(SQLException e) {
        return e.getSQLState() != null && LOCKED.contains(e.getSQLState());
    }
}
