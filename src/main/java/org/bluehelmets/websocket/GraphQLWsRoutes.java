package org.bluehelmets.websocket;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluehelmets.http.GraphQLResponse;
import org.bluehelmets.live.BackupRestored;
import org.bluehelmets.observability.RequestMetrics;
import org.bluehelmets.observability.RequestObserver;
import org.bluehelmets.security.OriginPolicy;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The route of GraphQL over WebSocket, at the path of GraphQL over HTTP. It replaces that of the SmallRye GraphQL extension,
 * which has no limits for subscriptions and no back pressure.
 */
@ApplicationScoped
class GraphQLWsRoutes {

    /** Before the WebSocket route of the extension, whose order is -99. */
    private static final int ORDER = -100;

    private static final String WEBSOCKET = "websocket";

    private final GraphQLWsContext shared;
    private final RequestObserver observer;
    private final String path;
    private final boolean corsEnabled;
    private final Set<GraphQLWsConnection> connections = ConcurrentHashMap.newKeySet();

    GraphQLWsRoutes(
            GraphQLWsContext shared,
            RequestObserver observer,
            RequestMetrics metrics,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean corsEnabled,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.shared = shared;
        this.observer = observer;
        this.corsEnabled = corsEnabled;
        this.path = "/" + path;
        metrics.registerGauge("graphql.websocket.connections", "Open WebSocket connections", connections::size);
    }

    void addTo(@Observes Router router) {
        router.get(path).order(ORDER).handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.UPGRADE, WEBSOCKET, true)) {
            context.next();
            return;
        }
        // if CORS is enabled, its filter has checked the origin
        if (!corsEnabled && OriginPolicy.isForeign(context.request())) {
            reject(context, 403, "Pages of other origins must not connect; see quarkus.http.cors.origins");
            return;
        }
        String offered = context.request().getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (offered == null
                || Arrays.stream(offered.split(",")).map(String::strip).noneMatch(GraphQLWsProtocol.NAME::equals)) {
            reject(context, 400, "Sec-WebSocket-Protocol must include " + GraphQLWsProtocol.NAME);
            return;
        }
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    if (!GraphQLWsProtocol.NAME.equals(socket.subProtocol())) {
                        // the extension makes the server accept graphql-ws as well, if the client offers it first
                        socket.close(
                                GraphQLWsProtocol.NO_SUBPROTOCOL,
                                "Sec-WebSocket-Protocol must be " + GraphQLWsProtocol.NAME);
                        return;
                    }
                    GraphQLWsConnection connection = new GraphQLWsConnection(context, socket, shared);
                    connections.add(connection);
                    socket.closeHandler(closed -> {
                        connections.remove(connection);
                        connection.onClosed();
                    });
                })
                .onFailure(failure -> Log.debugf(failure, "A WebSocket handshake failed"));
    }

    private void reject(RoutingContext context, int status, String message) {
        GraphQLResponse.error(context, status, message).send(context, null, observer.start());
    }

    /** Closes all connections, so that clients reconnect and query the restored data. */
    void onRestore(@Observes BackupRestored event) {
        connections.forEach(GraphQLWsConnection::restart);
    }

    /** Closes all connections, so that clients reconnect to another replica. */
    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        connections.forEach(GraphQLWsConnection::shutDown);
    }
}
