package org.bluehelmets.observability;

/**
 * A finished GraphQL request, without sensitive data. The only text from the client is the name of the operation, which has
 * letters, digits and underscores only.
 *
 * @param operation the name of the operation, or {@link OperationLabelLimiter#ANONYMOUS}, {@link
 *     OperationLabelLimiter#UNKNOWN} or {@link OperationLabelLimiter#OTHER}
 * @param label the value of the metric label
 * @param kind query, mutation or subscription; null if the operation is unknown
 * @param cost the maximum number of values in the response
 * @param statements the number of SQL statements; 0 if the request was not executed
 * @param nanos the time from the last byte of the request to the response
 * @param status the HTTP status; 0 if the client disconnected
 * @param bytes the size of the uncompressed response body
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

    boolean wasExecuted() {
        return statements > 0;
    }
}
