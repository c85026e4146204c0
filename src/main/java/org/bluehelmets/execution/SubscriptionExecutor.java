package org.bluehelmets.execution;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Starts subscriptions and executes their selections for each event, on the calling thread and in a read-only
 * transaction. Errors are in the result.
 */
@ApplicationScoped
public class SubscriptionExecutor {

    private final TransactionRunner transactions;
    private final OperationExecutor operations;

    SubscriptionExecutor(TransactionRunner transactions, OperationExecutor operations) {
        this.transactions = transactions;
        this.operations = operations;
    }

    /**
     * Starts a subscription.
     *
     * @param operation from {@link RequestPreparer}, without errors
     */
    public SubscriptionResult subscribe(GraphQLRequest request, PreparedOperation operation, CancellationToken token) {
        return transactions.read(
                token,
                transaction -> {
                    ExecutionInput input = operations.input(request, operation, token, transaction);
                    ExecutionResult result = operations.executeUnmapped(input);
                    Multi<?> events = SubscriptionDataFetcher.stream(input.getGraphQLContext());
                    // with a stream, the only error is that the stream is not a value of the field's type
                    return events != null && !token.isCancelled()
                            ? new SubscriptionResult(events, List.of())
                            : new SubscriptionResult(
                                    null, operations.mapErrors(result, token).getErrors());
                },
                error -> new SubscriptionResult(null, List.of(error)),
                SubscriptionResult::errors);
    }

    /**
     * Executes a subscription's selection for one event, with the current state of the data.
     *
     * @param event from the stream that {@link #subscribe} returned
     */
    public ExecutionResult executeEvent(
            GraphQLRequest request, PreparedOperation operation, CancellationToken token, Object event) {
        return transactions.read(
                token,
                transaction -> {
                    ExecutionInput input = operations.input(request, operation, token, transaction);
                    SubscriptionDataFetcher.putEvent(input.getGraphQLContext(), event);
                    return operations.execute(input, token);
                },
                OperationExecutor::failed,
                ExecutionResult::getErrors);
    }
}
