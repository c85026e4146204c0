package org.bluehelmets.execution;

import graphql.ExecutionResult;
import jakarta.enterprise.context.ApplicationScoped;
import org.bluehelmets.database.RequestTransaction;

/**
 * Executes mutations, each operation on the calling thread and in one transaction. If there is an error or the request is
 * cancelled, the transaction is rolled back and the response has no data.
 */
@ApplicationScoped
public class MutationExecutor {

    private final TransactionRunner transactions;
    private final OperationExecutor operations;

    MutationExecutor(TransactionRunner transactions, OperationExecutor operations) {
        this.transactions = transactions;
        this.operations = operations;
    }

    /**
     * Executes an operation. Errors are in the response.
     *
     * @param operation from {@link RequestPreparer}, without errors
     * @param editor the authenticated user, recorded with the changes
     */
    public <T> T execute(
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken token,
            String editor,
            IdempotentResponder<T> responder) {
        return transactions.write(
                token,
                editor,
                transaction -> execute(request, operation, token, transaction, responder),
                error -> responder.toResponse(OperationExecutor.failed(error)));
    }

    private <T> T execute(
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken token,
            RequestTransaction transaction,
            IdempotentResponder<T> responder) {
        T stored = responder.findStoredResponse();
        if (stored != null) {
            return stored;
        }
        ExecutionResult result = operations.execute(operations.input(request, operation, token, transaction), token);
        if (!result.isDataPresent() || !result.getErrors().isEmpty()) {
            // data would suggest that the changes were committed
            return responder.toResponse(ExecutionResult.newExecutionResult()
                    .errors(result.getErrors())
                    .build());
        }
        T response = responder.toResponse(result);
        responder.storeResponse(response);
        TransactionRunner.commit(transaction, token);
        return response;
    }
}
