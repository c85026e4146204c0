package org.bluehelmets.execution;

import graphql.GraphQLError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.database.RequestTransaction;
import org.hibernate.SessionFactory;

/**
 * Runs the work of a request in a transaction that the request's token can cancel. Exceptions do not leave it: it
 * converts them to results with an error.
 */
@ApplicationScoped
class TransactionRunner {

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final ReadReplica replica;
    private final LimitsConfig limits;

    TransactionRunner(SessionFactory sessions, DataSource dataSource, ReadReplica replica, LimitsConfig limits) {
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.replica = replica;
        this.limits = limits;
    }

    /**
     * Runs work that only reads, on the read replica if there is one that is up to date. If the work fails there, it runs
     * again on the primary: a replica may lack connections, permissions or a table that the primary has.
     *
     * @param toErrorResult creates the result of work that failed or was cancelled
     * @param errors returns the errors of a result, which may be null if the work returns null
     */
    <T> T read(
            CancellationToken token,
            Function<RequestTransaction, T> work,
            Function<GraphQLError, T> toErrorResult,
            Function<T, List<GraphQLError>> errors) {
        AtomicBoolean usedReplica = new AtomicBoolean();
        T result = run(
                token,
                () -> RequestTransaction.beginReadOnly(sessions, dataSource, token.readsOwnWrites() ? null : replica),
                transaction -> {
                    try {
                        return work.apply(transaction);
                    } finally {
                        usedReplica.set(transaction.usesReplica());
                    }
                },
                toErrorResult);
        return usedReplica.get() && result != null && hasServerError(errors.apply(result))
                ? run(token, () -> RequestTransaction.beginReadOnly(sessions, dataSource, null), work, toErrorResult)
                : result;
    }

    private static boolean hasServerError(List<GraphQLError> errors) {
        return errors.stream()
                .anyMatch(error -> CodedGraphQLError.is(error, ErrorCode.UNAVAILABLE)
                        || CodedGraphQLError.is(error, ErrorCode.INTERNAL));
    }

    /**
     * Runs work that changes data. It is rolled back unless it calls {@link #commit}.
     *
     * @param editor the authenticated user, recorded with the changes
     * @param toErrorResult creates the result of work that failed or was cancelled
     */
    <T> T write(
            CancellationToken token,
            String editor,
            Function<RequestTransaction, T> work,
            Function<GraphQLError, T> toErrorResult) {
        return run(
                token,
                () -> RequestTransaction.beginReadWrite(sessions, dataSource, replica, editor),
                work,
                toErrorResult);
    }

    /** Commits the work of {@link #write}. From here on the request cannot be cancelled. */
    static void commit(RequestTransaction transaction, CancellationToken token) {
        token.onCancel(null);
        transaction.commit();
    }

    private <T> T run(
            CancellationToken token,
            Supplier<RequestTransaction> begin,
            Function<RequestTransaction, T> work,
            Function<GraphQLError, T> toErrorResult) {
        if (token.isCancelled()) {
            // while the request was waiting for a thread
            return toErrorResult.apply(ErrorMapper.timeout(limits));
        }
        try (RequestTransaction transaction = begin.get()) {
            token.onCancel(transaction::cancel);
            try {
                return work.apply(transaction);
            } finally {
                token.recordStatements(transaction.statementCount());
                // before the connection returns to the pool, so that a late cancellation does not hit its next user
                token.onCancel(null);
            }
        } catch (RuntimeException | StackOverflowError e) {
            return toErrorResult.apply(
                    token.isCancelled() ? ErrorMapper.timeout(limits) : ErrorMapper.toError(e, "the request"));
        }
    }
}
