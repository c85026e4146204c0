package org.bluehelmets.http;

import io.vertx.core.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.observability.RequestObservation;

/** One execution on its way through threads: from a request, or an event, to the event loop that its client is served on. */
public final class RequestTask {

    public final RequestObservation observation;
    public final CancellationToken execution = new CancellationToken();
    private final RequestTimeouts watch;
    private final Context eventLoop;
    private volatile RequestTimeouts.Over watched;

    public RequestTask(RequestObservation observation, RequestTimeouts watch, Context eventLoop) {
        this.observation = observation;
        this.watch = watch;
        this.eventLoop = eventLoop;
    }

    /** From here on it takes time: the client's where it has asked, and not before its turn where it is told. */
    public RequestTask watched() {
        watched = watch.over(execution);
        return this;
    }

    /** The client has gone, or wants it no more. */
    public void hungUp() {
        if (watched != null) {
            watched.hungUp();
        } else {
            execution.cancel(CancellationToken.Cause.CLIENT_DISCONNECTED);
        }
    }

    /**
     * Goes on where there is a thread.
     *
     * @param failed is told what cannot be mended: nobody else ends it
     */
    public void on(Executor executor, Runnable next, Runnable rejected, Consumer<Throwable> failed) {
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
    public void end(Runnable last) {
        if (watched != null) {
            watched.close();
        }
        observation.sent(execution.statements());
        eventLoop.runOnContext(ignored -> last.run());
    }
}
