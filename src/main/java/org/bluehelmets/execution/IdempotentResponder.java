package org.bluehelmets.execution;

import graphql.ExecutionResult;

/**
 * How mutations are answered.
 *
 * @param <T> the answers
 */
public interface IdempotentResponder<T> {

    /** What was answered when the same was asked before; null where it was not. */
    T before();

    /** The answer that a result gives. */
    T of(ExecutionResult result);

    /** Keeps an answer for the next time, in the transaction that it is the answer of. */
    void keep(T answer);
}
