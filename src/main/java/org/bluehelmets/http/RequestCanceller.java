package org.bluehelmets.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.execution.CancellationToken.Cause;
import org.bluehelmets.execution.LimitsConfig;

/** Cancels requests on a thread of its own, because to cancel a statement may take a round trip to the database. */
@ApplicationScoped
class RequestCanceller {

    /** Cancellation repeats at this interval, because it misses a statement that is prepared but not yet executing. */
    private static final long INTERVAL_MILLIS = 50;

    private final Duration timeout;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "request-canceller");
        thread.setDaemon(true);
        return thread;
    });

    RequestCanceller(LimitsConfig limits) {
        timeout = limits.timeout();
        // most requests finish early; their tasks must not stay in the queue until the timeout
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /** Cancels the request after the timeout, repeatedly until the returned task is cancelled. */
    Future<?> cancelAfterTimeout(CancellationToken token) {
        return schedule(token, Cause.TIMEOUT, timeout.toMillis());
    }

    /** Cancels the request as soon as possible, repeatedly until the returned task is cancelled. */
    Future<?> cancelNow(CancellationToken token, Cause cause) {
        return schedule(token, cause, 0);
    }

    private Future<?> schedule(CancellationToken token, Cause cause, long delayMillis) {
        return scheduler.scheduleAtFixedRate(
                () -> token.cancel(cause), delayMillis, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }
}
