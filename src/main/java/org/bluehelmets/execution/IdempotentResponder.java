package org.bluehelmets.execution;

import graphql.ExecutionResult;

/**
 * Makes mutation requests idempotent: stores the response of a request, and finds it when the client repeats the request.
 *
 * @param <T> the type of responses
 */
public interface IdempotentResponder<T> {

    /** Returns the stored response of the same request; null if the request is new and must be executed. */
    T findStoredResponse();

    T toResponse(ExecutionResult result);

    /** Stores the response, in the transaction of the mutation. */
    void storeResponse(T response);
}
