package org.bluehelmets.execution;

/**
 * Cancels the execution of one request when it times out or its client disconnects. Once cancelled, it stays cancelled.
 * The token also carries what the caller and the engine exchange besides the result: whether the request must read its
 * own writes, and how many SQL statements it took.
 */
public final class CancellationToken {

    /** Why a request was cancelled. */
    public enum Cause {
        TIMEOUT,
        CLIENT_DISCONNECTED
    }

    private volatile Cause cause;
    private Runnable action;
    private int statements;
    private boolean readsOwnWrites;

    /** Cancels the request. Any thread may call this, and repeat it while the request still runs. */
    public synchronized void cancel(Cause cause) {
        if (this.cause == null) {
            this.cause = cause;
        }
        if (action != null) {
            action.run();
        }
    }

    /** The first cause of cancellation; null if the request is not cancelled. */
    public Cause cause() {
        return cause;
    }

    public boolean isCancelled() {
        return cause != null;
    }

    /** The number of SQL statements; 0 if the request was not executed. Call it on the executing thread. */
    public int statements() {
        return statements;
    }

    void recordStatements(int count) {
        statements = count;
    }

    /** Makes the request see all committed changes, so that a client reads its own writes. Call it before execution. */
    public void requireOwnWrites() {
        readsOwnWrites = true;
    }

    boolean readsOwnWrites() {
        return readsOwnWrites;
    }

    /**
     * Sets the action that stops the current work; null when the work has finished. If the request is already cancelled, the
     * action runs at once.
     */
    synchronized void onCancel(Runnable action) {
        this.action = action;
        if (action != null && isCancelled()) {
            action.run();
        }
    }
}
