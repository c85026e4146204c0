package org.bluehelmets.observability;

import org.bluehelmets.execution.PreparedOperation;

/** Collects the facts about one GraphQL request. It is not thread-safe: one thread at a time may use it. */
public final class RequestObservation {

    private final RequestObserver observer;
    private final long start = System.nanoTime();
    private String name = OperationLabelLimiter.UNKNOWN;
    private String kind;
    private long cost;
    private boolean trusted;
    private int statements;

    RequestObservation(RequestObserver observer) {
        this.observer = observer;
    }

    /** @param trusted whether the operation is in a trusted document */
    public void setOperation(PreparedOperation operation, boolean trusted) {
        if (operation.type() != null) {
            name = OperationLabelLimiter.sanitize(operation.name());
            kind = operation.type();
            cost = operation.cost();
            this.trusted = trusted;
        }
    }

    public void setStatements(int statements) {
        this.statements = statements;
    }

    /**
     * Records the finished request. Call it once, on the event loop of the connection.
     *
     * @param status the HTTP status; 0 if the client disconnected
     * @param bytes the size of the response body
     * @param outcome see {@link Outcome}
     */
    public void finish(int status, int bytes, String outcome) {
        String label = observer.label(name, trusted);
        observer.record(new RequestRecord(
                name, label, kind, cost, statements, System.nanoTime() - start, status, bytes, outcome));
    }
}
