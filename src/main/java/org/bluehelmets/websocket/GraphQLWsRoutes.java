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
import org.bluehelmets.security.OriginPolicy;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes WebSocket connections, at the same address as GraphQL over HTTP, in front of the extension's own endpoint, whose
 * subscriptions know neither limits nor slow clients.
 */
@ApplicationScoped
class GraphQLWsRoutes {

    /** Before the route of the extension for WebSocket, which has -99. */
    private static final int FIRST = -100;

    private static final String WEBSOCKET = "websocket";

    private final GraphQLWsContext operations;
    private final String path;
    private final boolean corsEnabled;
    private final Set<GraphQLWsConnection> connections = ConcurrentHashMap.newKeySet();

    GraphQLWsRoutes(
            GraphQLWsContext operations,
            RequestMetrics metrics,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean corsEnabled,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.operations = operations;
        this.corsEnabled = corsEnabled;
        this.path = "/" + path;
        metrics.now("graphql.websocket.connections", "WebSocket connections", connections::size);
    }

    void addTo(@Observes Router router) {
        router.get(path).order(FIRST).handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.UPGRADE, WEBSOCKET, true)) {
            context.next();
            return;
        }
        // where CORS is switched on, its filter has checked the origin
        if (!corsEnabled && OriginPolicy.isForeign(context.request())) {
            GraphQLResponse.refusal(
                            context, 403, "pages of other origins may not connect; see quarkus.http.cors.origins")
                    .send(context, null, operations.observe());
            return;
        }
        String offered = context.request().getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (offered == null
                || Arrays.stream(offered.split(",")).map(String::strip).noneMatch(GraphQLWsProtocol.NAME::equals)) {
            GraphQLResponse.refusal(
                            context, 400, "the protocol over WebSocket is " + GraphQLWsProtocol.NAME + "; offer that")
                    .send(context, null, operations.observe());
            return;
        }
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    if (!GraphQLWsProtocol.NAME.equals(socket.subProtocol())) {
                        // the extension has the server agree to an older one, where a client names that first
                        socket.close(
                                GraphQLWsProtocol.NO_SUBPROTOCOL, "offer no protocol but " + GraphQLWsProtocol.NAME);
                        return;
                    }
                    GraphQLWsConnection connection = new GraphQLWsConnection(context, socket, operations);
                    connections.add(connection);
                    socket.closeHandler(closed -> {
                        connections.remove(connection);
                        connection.closed();
                    });
                })
                .onFailure(failure -> Log.debugf(failure, "a WebSocket connection was not made"));
    }

    /** Clients come back, to read what there is now. */
    void restart(@Observes BackupRestored restored) {
        connections.forEach(GraphQLWsConnection::restart);
    }

    /** Clients come back, to where others are served meanwhile. */
    void end(@Observes ShutdownDelayInitiatedEvent told) {
        connections.forEach(GraphQLWsConnection::end);
    }
}
