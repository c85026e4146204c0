package org.bluehelmets.execution;

import graphql.ExecutionResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Predicate;
import org.bluehelmets.dataloading.RequestCaches;

/** Executes queries, each on the calling thread and in a read-only transaction. Errors are in the result. */
@ApplicationScoped
public class QueryExecutor {

    private final TransactionRunner transactions;
    private final OperationExecutor operations;
    private final Clock clock;

    QueryExecutor(TransactionRunner transactions, OperationExecutor operations, Clock clock) {
        this.transactions = transactions;
        this.operations = operations;
        this.clock = clock;
    }

    /** @param operation from {@link RequestPreparer}, without errors */
    public ExecutionResult execute(GraphQLRequest request, PreparedOperation operation, CancellationToken token) {
        return execute(request, operation, token, state -> false);
    }

    /**
     * Executes a query unless the client has its result already.
     *
     * @param operation from {@link RequestPreparer}, without errors
     * @param hasResult takes the version of the data and the current day, which together determine the result, and returns
     *     whether the client has that result
     * @return null if the client has the result
     */
    public ExecutionResult execute(
            GraphQLRequest request, PreparedOperation operation, CancellationToken token, Predicate<String> hasResult) {
        return transactions.read(
                token,
                transaction -> hasResult.test(transaction.dataVersion() + " "
                                + RequestCaches.of(transaction).today(clock))
                        ? null
                        : operations.execute(operations.input(request, operation, token, transaction), token),
                OperationExecutor::failed,
                ExecutionResult::getErrors);
    }
}
