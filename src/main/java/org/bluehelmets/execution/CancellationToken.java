package org.bluehelmets.execution;

/**
 * One request on its way through the engine, which others may break off: the watch over time, or the end of the
 * client's connection. Broken off once, it stays so.
 */
public final class CancellationToken {

    /** Why a request was broken off. */
    public enum Cause {
        /** It took longer than it may. */
        TIME,
        /** The client has hung up. */
        HANG_UP
    }

    private volatile Cause brokenOff;
    private Runnable whatToStop;
    private int statements;
    private boolean seesAllChanges;

    /** Stops the request, wherever it is. May be called by any thread, and once more where it goes on. */
    public synchronized void breakOff(Cause cause) {
        if (brokenOff == null) {
            brokenOff = cause;
        }
        if (whatToStop != null) {
            whatToStop.run();
        }
    }

    /** Why it was broken off; null where it was not. */
    public Cause brokenOff() {
        return brokenOff;
    }

    /** How many SQL statements were sent for it; 0 where it was not executed. For the thread that executes it. */
    public int statements() {
        return statements;
    }

    /** Has it see whatever was changed before, as its sender may have changed something. Before it is executed. */
    public void seeAllChanges() {
        seesAllChanges = true;
    }

    boolean seesAllChanges() {
        return seesAllChanges;
    }

    void sent(int statements) {
        this.statements = statements;
    }

    /** What stops the work that begins now; null where the work has ended. */
    synchronized void stoppedBy(Runnable stop) {
        whatToStop = stop;
        if (stop != null && brokenOff != null) {
            stop.run();
        }
    }
}
