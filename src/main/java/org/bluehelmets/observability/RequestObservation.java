package org.bluehelmets.observability;

import org.bluehelmets.execution.PreparedOperation;

/**
 * What is seen of one GraphQL request, from when the whole of it is there to its end. It goes with the request from
 * thread to thread, and is told of by one at a time.
 */
public final class RequestObservation {

    private final RequestObserver observing;
    private final long begun = System.nanoTime();
    private String name = OperationLabelLimiter.UNKNOWN;
    private String kind;
    private long cost;
    private boolean trusted;
    private int statements;

    RequestObservation(RequestObserver observing) {
        this.observing = observing;
    }

    /**
     * Tells which operation it is.
     *
     * @param trusted whether its document is one that the service was given with its configuration
     */
    public void is(PreparedOperation operation, boolean trusted) {
        if (operation.kind() != null) {
            name = OperationLabelLimiter.readable(operation.name());
            kind = operation.kind();
            cost = operation.cost();
            this.trusted = trusted;
        }
    }

    /** Tells how many SQL statements were sent for it. */
    public void sent(int statements) {
        this.statements = statements;
    }

    /**
     * Tells that it has come to its end, once. Call it on the event loop that the request came in on.
     *
     * @param status of HTTP; 0 where nobody was there to be answered
     * @param bytes of the answer
     * @param outcome see {@link Outcome}
     */
    public void finished(int status, int bytes, String outcome) {
        String label = observing.label(name, trusted);
        observing.finished(new RequestRecord(
                name, label, kind, cost, statements, System.nanoTime() - begun, status, bytes, outcome));
    }
}
