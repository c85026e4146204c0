package org.bluehelmets.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluehelmets.curation.Restored;
import org.bluehelmets.observing.Metrics;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes WebSocket connections, at the same address as GraphQL over HTTP, in front of the extension's own endpoint, whose
 * subscriptions know neither limits nor slow clients.
 */
@ApplicationScoped
class LiveEndpoint {

    /** Before the route of the extension for WebSocket, which has -99. */
    private static final int FIRST = -100;

    private static final String WEBSOCKET = "websocket";

    private final LiveOperations operations;
    private final String path;
    private final boolean corsEnabled;
    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();

    LiveEndpoint(
            LiveOperations operations,
            Metrics metrics,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean corsEnabled,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.operations = operations;
        this.corsEnabled = corsEnabled;
        this.path = "/" + path;
        metrics.now("graphql.connections", "WebSocket connections", connections::size);
    }

    void addTo(@Observes Router router) {
        router.get(path).order(FIRST).handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.UPGRADE, WEBSOCKET, true)) {
            context.next();
            return;
        }
        if (isForeign(context)) {
            Response.refusal(context, 403, "pages of other origins may not connect; see quarkus.http.cors.origins")
                    .send(context, null, operations.observe());
            return;
        }
        String offered = context.request().getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (offered == null
                || Arrays.stream(offered.split(",")).map(String::strip).noneMatch(LiveProtocol.NAME::equals)) {
            Response.refusal(context, 400, "the protocol over WebSocket is " + LiveProtocol.NAME + "; offer that")
                    .send(context, null, operations.observe());
            return;
        }
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    if (!LiveProtocol.NAME.equals(socket.subProtocol())) {
                        // the extension has the server agree to an older one, where a client names that first
                        socket.close(LiveProtocol.NO_SUBPROTOCOL, "offer no protocol but " + LiveProtocol.NAME);
                        return;
                    }
                    LiveConnection connection = new LiveConnection(context, socket, operations);
                    connections.add(connection);
                    socket.closeHandler(closed -> {
                        connections.remove(connection);
                        connection.closed();
                    });
                })
                .onFailure(failure -> Log.debugf(failure, "a WebSocket connection was not made"));
    }

    /**
     * Whether a page of another site asks, whom a browser keeps from reading what comes over HTTP, but not over WebSocket.
     * Where CORS is switched on, that has looked at it before.
     */
    private boolean isForeign(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (corsEnabled || origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null
                    || !authority.equalsIgnoreCase(context.request().getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Clients come back, to read what there is now. */
    void restart(@Observes Restored restored) {
        connections.forEach(LiveConnection::restart);
    }

    /** Clients come back, to where others are served meanwhile. */
    void end(@Observes ShutdownDelayInitiatedEvent told) {
        connections.forEach(LiveConnection::end);
    }
}
