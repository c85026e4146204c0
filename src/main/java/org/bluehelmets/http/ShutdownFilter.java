package org.bluehelmets.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Rejects new requests during shutdown. Quarkus waits for the requests in progress, but accepts new ones meanwhile: under
 * constant load it would wait until the timeout and then abort them.
 */
@ApplicationScoped
class ShutdownFilter {

    /** Before any other route. */
    private static final int ORDER = Integer.MIN_VALUE;

    private volatile boolean shuttingDown;

    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        shuttingDown = true;
    }

    void addTo(@Observes Router router) {
        router.route().order(ORDER).handler(this::filter);
    }

    private void filter(RoutingContext context) {
        if (shuttingDown) {
            context.response()
                    .setStatusCode(503)
                    .putHeader(HttpHeaders.RETRY_AFTER, "1")
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end();
        } else {
            context.next();
        }
    }
}
