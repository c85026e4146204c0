package org.bluehelmets.execution;

import graphql.ExecutionResult;

/**
 * Converts the results of mutations to responses, and stores responses of requests that the client may repeat.
 *
 * @param <T> the type of responses
 */
public interface IdempotentResponder<T> {

    /** The stored response of the same request; null if the request is new. */
    T previousResponse();

    T toResponse(ExecutionResult result);

    /** Stores the response, in the transaction of the mutation. */
    void store(T response);
}
