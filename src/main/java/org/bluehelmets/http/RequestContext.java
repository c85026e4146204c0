package org.bluehelmets.http;

import io.vertx.core.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.execution.CancellationToken.Cause;
import org.bluehelmets.observability.RequestObservation;

/**
 * The context of one execution: an HTTP request, an operation over WebSocket, or one event of a subscription. It runs
 * tasks on executors and finishes on the event loop of the client's connection. It is cancelled when it times out or the
 * client disconnects.
 */
public final class RequestContext {

    private final CancellationToken token = new CancellationToken();
    private final RequestObservation observation;
    private final RequestCanceller canceller;
    private final Context eventLoop;
    private Future<?> cancellation;
    private boolean finished;

    RequestContext(RequestObservation observation, RequestCanceller canceller, Context eventLoop) {
        this.observation = observation;
        this.canceller = canceller;
        this.eventLoop = eventLoop;
    }

    public CancellationToken token() {
        return token;
    }

    public RequestObservation observation() {
        return observation;
    }

    /** Starts the timeout. Call it before the execution. */
    public synchronized void startTimeout() {
        if (!finished) {
            cancellation = canceller.cancelAfterTimeout(token);
        }
    }

    /** Cancels the execution because nobody waits for its result. */
    public synchronized void onClientDisconnected() {
        if (finished) {
            return;
        }
        if (cancellation == null) {
            // the execution has not started, so there is nothing to stop on this thread
            token.cancel(Cause.CLIENT_DISCONNECTED);
        } else {
            cancellation.cancel(false);
            cancellation = canceller.cancelNow(token, Cause.CLIENT_DISCONNECTED);
        }
    }

    public boolean isClientDisconnected() {
        return token.cause() == Cause.CLIENT_DISCONNECTED;
    }

    /**
     * Runs a task on an executor.
     *
     * @param rejected runs on this thread if the executor's queue is full
     * @param failed receives what the task throws; it must finish the request
     */
    public void execute(Executor executor, Runnable task, Runnable rejected, Consumer<Throwable> failed) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (Throwable e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            rejected.run();
        }
    }

    /**
     * Finishes the request: no cancellation happens from here on. Only the first call has an effect.
     *
     * @param response sends the response, on the event loop
     */
    public void finish(Runnable response) {
        synchronized (this) {
            if (finished) {
                return;
            }
            finished = true;
            if (cancellation != null) {
                cancellation.cancel(false);
            }
        }
        observation.setStatements(token.statements());
        runOnEventLoop(response);
    }

    public void runOnEventLoop(Runnable task) {
        eventLoop.runOnContext(ignored -> task.run());
    }
}
