package org.bluehelmets.http;

import io.vertx.core.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.bluehelmets.execution.Execution;
import org.bluehelmets.observing.Observation;

/** One execution on its way through threads: from a request, or an event, to the event loop that its client is served on. */
final class Work {

    final Observation observation;
    final Execution execution = new Execution();
    private final Watch watch;
    private final Context eventLoop;
    private volatile Watch.Over watched;

    Work(Observation observation, Watch watch, Context eventLoop) {
        this.observation = observation;
        this.watch = watch;
        this.eventLoop = eventLoop;
    }

    /** From here on it takes time: the client's where it has asked, and not before its turn where it is told. */
    Work watched() {
        watched = watch.over(execution);
        return this;
    }

    /** The client has gone, or wants it no more. */
    void hungUp() {
        if (watched != null) {
            watched.hungUp();
        } else {
            execution.breakOff(Execution.Cause.HANG_UP);
        }
    }

    /**
     * Goes on where there is a thread.
     *
     * @param failed is told what cannot be mended: nobody else ends it
     */
    void on(Executor executor, Runnable next, Runnable rejected, Consumer<Throwable> failed) {
        try {
            executor.execute(() -> {
                try {
                    next.run();
                } catch (Throwable e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            rejected.run();
        }
    }

    /** @param last what remains to be done on the event loop */
    void end(Runnable last) {
        if (watched != null) {
            watched.close();
        }
        observation.sent(execution.statements());
        eventLoop.runOnContext(ignored -> last.run());
    }
}
