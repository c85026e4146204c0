package org.bluehelmets.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses requests once the process has been told to end. The framework waits for those under way, but goes on to take
 * new ones, so that with steady clients it would never see an end, and cut the last of them off.
 */
@ApplicationScoped
class ShutdownFilter {

    /** Before any other route. */
    private static final int FIRST = Integer.MIN_VALUE;

    private volatile boolean ending;

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        ending = true;
    }

    void addTo(@Observes Router router) {
        router.route().order(FIRST).handler(this::refuseAtTheEnd);
    }

    private void refuseAtTheEnd(RoutingContext context) {
        if (ending) {
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
