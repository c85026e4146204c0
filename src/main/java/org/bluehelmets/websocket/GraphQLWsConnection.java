package org.bluehelmets.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.http.RequestParameters;
import org.bluehelmets.security.RequestAuthenticator;

/**
 * A connection with the protocol graphql-transport-ws: its state, its messages and its operations. It runs on the
 * connection's event loop.
 */
final class GraphQLWsConnection {

    private static final Duration INITIALISATION_TIMEOUT = Duration.ofSeconds(5);

    /** The attribute with the expiry time of a token, in seconds since 1970, from quarkus-oidc. */
    private static final String EXPIRE_TIME = "quarkus.identity.expire-time";

    private static final String SHUTTING_DOWN = "The server is shutting down; reconnect";

    /**
     * The limit of operations of a connection that execute at the same time. It also limits the responses in memory for a
     * client that does not read. A subscription counts until it has started.
     */
    private static final int MAX_EXECUTING = 6;

    /** How long operations may run during shutdown. It is slightly less than over HTTP. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofMillis(400);

    private enum State {
        NEW,
        INITIALISING,
        READY,
        SHUTTING_DOWN,
        CLOSED
    }

    private final RoutingContext http;
    private final GraphQLWsSocket socket;
    private final GraphQLWsContext shared;
    private final Vertx vertx;
    private final Context eventLoop;
    private final Map<String, GraphQLWsOperation> operations = new HashMap<>();
    private final Queue<GraphQLWsOperation> pending = new ArrayDeque<>();
    private final List<Long> timers = new ArrayList<>();
    private int executing;
    private State state = State.NEW;
    private boolean mayHaveWritten;

    GraphQLWsConnection(RoutingContext http, ServerWebSocket webSocket, GraphQLWsContext shared) {
        this.http = http;
        this.shared = shared;
        socket = new GraphQLWsSocket(http.request(), webSocket, shared.maxMessageSize);
        vertx = http.vertx();
        eventLoop = vertx.getOrCreateContext();
        socket.listen(this::onMessage, error -> close(GraphQLWsProtocol.BAD_REQUEST, error), this::onDrained);
        timers.add(vertx.setTimer(INITIALISATION_TIMEOUT.toMillis(), timer -> {
            if (state == State.NEW) {
                close(GraphQLWsProtocol.INITIALISATION_TIMEOUT, "Connection initialisation timeout");
            }
        }));
        timers.add(
                vertx.setPeriodic(shared.limits.pingTimeout().toMillis(), timer -> socket.ping(operations.isEmpty())));
    }

    private void onMessage(String text) {
        if (state == State.SHUTTING_DOWN || state == State.CLOSED) {
            // the client has not received the close frame yet
            return;
        }
        try {
            JsonNode message = RequestParameters.parseJson("The message", text.getBytes(UTF_8));
            switch (message.path("type").asText()) {
                case "connection_init" -> initialise(message.path("payload"));
                case "ping" -> send("pong", null, null);
                case "pong" -> {
                    // the socket has noted that the client is alive
                }
                case "subscribe" -> subscribe(message, text.length());
                case "complete" -> {
                    GraphQLWsOperation operation = operations.remove(GraphQLWsProtocol.id(message));
                    if (operation != null) {
                        operation.cancel();
                    }
                }
                default ->
                    throw new RequestParameters.MalformedException(
                            "\"type\" must be connection_init, ping, pong, subscribe or complete");
            }
        } catch (RequestParameters.MalformedException e) {
            close(GraphQLWsProtocol.BAD_REQUEST, e.getMessage());
        } catch (RuntimeException e) {
            Log.error("Could not handle a WebSocket message", e);
            close(GraphQLWsProtocol.INTERNAL_ERROR, "Internal server error");
        }
    }

    private void initialise(JsonNode payload) throws RequestParameters.MalformedException {
        if (state != State.NEW) {
            close(GraphQLWsProtocol.TOO_MANY_INITIALISATIONS, "Too many initialisation requests");
            return;
        }
        state = State.INITIALISING;
        setAuthorization(payload);
        shared.authenticator.authenticateReader(http, (identity, error) -> {
            if (state != State.INITIALISING) {
                return;
            }
            if (error != null) {
                close(GraphQLWsProtocol.FORBIDDEN, error.error().message());
                return;
            }
            state = State.READY;
            mayHaveWritten = RequestAuthenticator.mayHaveWritten(http, identity);
            closeOnExpiry(identity);
            send("connection_ack", null, null);
        });
    }

    /** Takes the header Authorization from the payload, because browsers cannot set headers of WebSocket requests. */
    private void setAuthorization(JsonNode payload) throws RequestParameters.MalformedException {
        String name = HttpHeaders.AUTHORIZATION.toString();
        for (Map.Entry<String, JsonNode> member : payload.properties()) {
            if (member.getKey().equalsIgnoreCase(name) && member.getValue().isTextual()) {
                try {
                    http.request()
                            .headers()
                            .set(name, member.getValue().asText().strip());
                } catch (IllegalArgumentException e) {
                    throw new RequestParameters.MalformedException(name + " must be a valid header value");
                }
            }
        }
    }

    private void closeOnExpiry(SecurityIdentity identity) {
        Object expireTime = identity == null ? null : identity.getAttribute(EXPIRE_TIME);
        if (expireTime instanceof Number seconds) {
            Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(seconds.longValue()));
            timers.add(vertx.setTimer(
                    Math.max(1, left.toMillis()),
                    timer -> close(GraphQLWsProtocol.FORBIDDEN, "The token has expired; reconnect with a new token")));
        }
    }

    /** @param length of the message, in characters */
    private void subscribe(JsonNode message, int length) throws RequestParameters.MalformedException {
        if (state != State.READY) {
            close(GraphQLWsProtocol.UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = GraphQLWsProtocol.id(message);
        if (operations.containsKey(id)) {
            close(GraphQLWsProtocol.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
            return;
        }
        RequestParameters parameters = RequestParameters.of(message.path("payload"));
        GraphQLWsOperation operation = new GraphQLWsOperation(this, id, shared, parameters, length);
        operations.put(id, operation);
        int limit = shared.limits.operationsPerConnection();
        if (operations.size() > limit) {
            operation.reject(RequestError.overloaded(
                    "The connection has too many operations; complete one first", "operations-per-connection", limit));
        } else {
            pending.add(operation);
            startPending();
        }
    }

    private void startPending() {
        while (executing < MAX_EXECUTING && !isFull() && !pending.isEmpty()) {
            executing++;
            pending.remove().start();
        }
    }

    /** An operation was answered or rejected, or is a subscription that has started. */
    void onExecuted() {
        executing--;
        startPending();
    }

    /** The request that opened the connection, with its credentials. */
    RoutingContext http() {
        return http;
    }

    /** Whether the client may have executed mutations. */
    boolean mayHaveWritten() {
        return mayHaveWritten;
    }

    Context eventLoop() {
        return eventLoop;
    }

    void runOnEventLoop(Runnable task) {
        eventLoop.runOnContext(ignored -> task.run());
    }

    /** Whether further messages must wait until the client has read those before. */
    boolean isFull() {
        return socket.isFull();
    }

    /** @param message in JSON */
    void send(String message) {
        socket.send(message);
    }

    void send(String type, String id, Object payload) {
        send(GraphQLWsProtocol.message(type, id, payload));
    }

    private void onDrained() {
        List.copyOf(operations.values()).forEach(GraphQLWsOperation::onDrained);
        startPending();
    }

    /** Removes an operation that has completed. */
    void remove(String id, GraphQLWsOperation operation) {
        operations.remove(id, operation);
        // an operation may complete while it is pending
        pending.remove(operation);
        if (state == State.SHUTTING_DOWN && operations.isEmpty()) {
            close(GraphQLWsProtocol.SERVICE_RESTART, SHUTTING_DOWN);
        }
    }

    private void close(short code, String reason) {
        onClosed();
        socket.close(code, reason);
    }

    /** Cancels all operations of the closed connection. */
    void onClosed() {
        state = State.CLOSED;
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        List<GraphQLWsOperation> cancelled = List.copyOf(operations.values());
        operations.clear();
        pending.clear();
        cancelled.forEach(GraphQLWsOperation::cancel);
    }

    /** Closes the connection because a backup was restored; subscriptions do not report that change. */
    void restart() {
        runOnEventLoop(() -> close(GraphQLWsProtocol.SERVICE_RESTART, "The data was restored; reconnect"));
    }

    /** Cancels subscriptions, and closes the connection once the queries and mutations in progress are answered. */
    void shutDown() {
        runOnEventLoop(() -> {
            if (state == State.CLOSED) {
                return;
            }
            state = State.SHUTTING_DOWN;
            List.copyOf(operations.values()).stream()
                    .filter(GraphQLWsOperation::isSubscribed)
                    .forEach(GraphQLWsOperation::cancel);
            if (operations.isEmpty()) {
                close(GraphQLWsProtocol.SERVICE_RESTART, SHUTTING_DOWN);
            } else {
                timers.add(vertx.setTimer(
                        SHUTDOWN_TIMEOUT.toMillis(), timer -> close(GraphQLWsProtocol.SERVICE_RESTART, SHUTTING_DOWN)));
            }
        });
    }
}
