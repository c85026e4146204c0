package org.bluehelmets.observability;

/**
 * A GraphQL request that has come to its end, as far as may be told of it: no variables, no document, nothing that a
 * client has written but the name of its operation, which is letters, digits and underscores by the grammar.
 *
 * @param operation the operation's name, not longer than {@link OperationLabelLimiter#LONGEST}, or a word that stands for it:
 *     {@link OperationLabelLimiter#ANONYMOUS}, {@link OperationLabelLimiter#UNKNOWN} or {@link OperationLabelLimiter#OTHER}
 * @param label the same, but one of a bounded number of names
 * @param kind query, mutation or subscription; null where the operation is not known
 * @param cost how many values its answer might have had at most
 * @param statements SQL statements that were sent for it; 0 where it was not executed
 * @param nanos from when the whole request was there to when its answer was
 * @param status of HTTP; 0 where nobody was there to be answered
 * @param bytes of the answer, before it is compressed
 * @param outcome see {@link Outcome}
 */
record RequestRecord(
        String operation,
        String label,
        String kind,
        long cost,
        int statements,
        long nanos,
        int status,
        int bytes,
        String outcome) {

    /** Whether it got as far as the database. */
    boolean wasExecuted() {
        return statements > 0;
    }
}
