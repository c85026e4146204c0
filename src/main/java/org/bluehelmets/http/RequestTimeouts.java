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

/** Breaks off requests that take too long, and those whose clients have hung up. */
@ApplicationScoped
public class RequestTimeouts {

    /** Between one attempt to stop a statement and the next: one that was ready but had not begun is not stopped. */
    private static final long AGAIN_MILLIS = 50;

    private final Duration allowed;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread watch = new Thread(task, "watch");
        watch.setDaemon(true);
        return watch;
    });

    RequestTimeouts(LimitsConfig limits) {
        allowed = limits.timeout();
        // most requests end long before, and would wait here all the same
        thread.setRemoveOnCancelPolicy(true);
    }

    /** The watch over one request, from its arrival until it is closed. */
    final class Over implements AutoCloseable {

        private final CancellationToken execution;
        private Future<?> attempts;
        private boolean closed;

        private Over(CancellationToken execution) {
            this.execution = execution;
            attempts = breakOff(Cause.TIMEOUT, allowed.toMillis());
        }

        private Future<?> breakOff(Cause cause, long inMillis) {
            return thread.scheduleAtFixedRate(
                    () -> execution.cancel(cause), inMillis, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** On the watch's thread, not on that of the caller: to stop a statement may mean to talk to the database. */
        synchronized void hungUp() {
            if (!closed) {
                attempts.cancel(false);
                attempts = breakOff(Cause.CLIENT_DISCONNECTED, 0);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            attempts.cancel(false);
        }
    }

    Over over(CancellationToken execution) {
        return new Over(execution);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
