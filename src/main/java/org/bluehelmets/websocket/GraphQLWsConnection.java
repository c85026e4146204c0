package org.bluehelmets.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
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
 * A WebSocket connection that speaks graphql-transport-ws: the messages, and the states that they lead through. All of it
 * happens on the connection's event loop.
 */
final class GraphQLWsConnection {

    /** How long a client may take for its first message. */
    private static final Duration TO_INITIALISE = Duration.ofSeconds(5);

    /** Where quarkus-oidc says until when a token holds, in seconds since 1970. */
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private static final String ENDING = "The service is ending; come again";

    /**
     * Operations of a connection that are executed at a time, and whose answers are kept for a client that does not take
     * them. Subscriptions count only until they have begun.
     */
    private static final int AT_ONCE = 6;

    /** Answers to pings that wait for a client that does not take what it was sent. */
    private static final int MOST_UNTAKEN_PONGS = 100;

    /** What is under way when the process is told to end has as long as over HTTP, or a little less. */
    private static final Duration TO_END = Duration.ofMillis(400);

    private enum State {
        NEW,
        INITIALISING,
        READY,
        ENDING,
        CLOSED
    }

    private final RoutingContext request;
    private final ServerWebSocket socket;
    private final GraphQLWsContext common;
    private final Vertx vertx;
    private final Context eventLoop;
    private final Map<String, GraphQLWsOperation> operations = new HashMap<>();
    private final Queue<GraphQLWsOperation> toBegin = new ArrayDeque<>();
    private final List<Long> timers = new ArrayList<>();
    private int beginning;
    private int untakenPongs;
    private State state = State.NEW;
    private boolean alive = true;
    private boolean mayHaveWritten;

    GraphQLWsConnection(RoutingContext request, ServerWebSocket socket, GraphQLWsContext common) {
        this.request = request;
        this.socket = socket;
        this.common = common;
        vertx = request.vertx();
        eventLoop = vertx.getOrCreateContext();
        socket.textMessageHandler(this::received)
                .binaryMessageHandler(binary -> close(GraphQLWsProtocol.BAD_REQUEST, "messages are text"))
                .pongHandler(pong -> alive = true)
                .frameHandler(frame -> {
                    if (frame.isPing()) {
                        pinged();
                    }
                })
                .drainHandler(drained -> drained())
                .exceptionHandler(failure -> {
                    Log.debugf(failure, "a WebSocket connection has failed");
                    // such as one that is too long: the rest of it would be taken for none
                    close(
                            GraphQLWsProtocol.BAD_REQUEST,
                            // Vert.x throws the last where the frames of a message are too long together
                            failure instanceof CorruptedWebSocketFrameException
                                            || failure instanceof TooLongFrameException
                                            || failure instanceof IllegalStateException
                                    ? "A message is no text, or has more bytes than the %s that are allowed"
                                            .formatted(common.maxMessageSize)
                                    : "A message could not be read");
                });
        timers.add(vertx.setTimer(TO_INITIALISE.toMillis(), late -> {
            if (state == State.NEW) {
                close(GraphQLWsProtocol.INITIALISATION_TIMEOUT, "Connection initialisation timeout");
            }
        }));
        timers.add(vertx.setPeriodic(common.limits.pingTimeout().toMillis(), asked -> askForLife()));
    }

    /** A client that has vanished does not say so. One without operations is left to the timeout of idle connections. */
    private void askForLife() {
        if (operations.isEmpty() && !isFull()) {
            alive = true;
        } else if (alive) {
            alive = false;
            socket.writePing(Buffer.buffer());
        } else {
            cut();
        }
    }

    private void received(String text) {
        alive = true;
        if (state == State.ENDING || state == State.CLOSED) {
            // sent before the client knew
            return;
        }
        try {
            JsonNode message = RequestParameters.json("the message", text.getBytes(UTF_8));
            switch (message.path("type").asText()) {
                case "connection_init" -> initialise(message.path("payload"));
                case "ping" -> send("pong", null, null);
                case "pong" -> {
                    // it is alive, and that is all
                }
                case "subscribe" -> begin(message, text.length());
                case "complete" -> {
                    GraphQLWsOperation operation = operations.remove(GraphQLWsProtocol.id(message));
                    if (operation != null) {
                        operation.stop();
                    }
                }
                default ->
                    throw new RequestParameters.Malformed(
                            "messages have the type connection_init, ping, pong, subscribe or complete");
            }
        } catch (RequestParameters.Malformed e) {
            close(GraphQLWsProtocol.BAD_REQUEST, e.getMessage());
        } catch (RuntimeException e) {
            Log.error("a message over WebSocket could not be answered", e);
            close(GraphQLWsProtocol.FAILURE, "Internal server error");
        }
    }

    private void initialise(JsonNode payload) throws RequestParameters.Malformed {
        if (state != State.NEW) {
            close(GraphQLWsProtocol.TOO_MANY_INITIALISATIONS, "Too many initialisation requests");
            return;
        }
        state = State.INITIALISING;
        identify(payload);
        common.callers.reader(request, (caller, refusal) -> {
            if (state != State.INITIALISING) {
                return;
            }
            if (refusal != null) {
                close(GraphQLWsProtocol.FORBIDDEN, refusal.error().message());
                return;
            }
            state = State.READY;
            mayHaveWritten = RequestAuthenticator.mayHaveWritten(request, caller);
            closeWhenExpired(caller);
            send("connection_ack", null, null);
        });
    }

    /** Browsers cannot send headers with the request for a connection: what would be in one comes in the payload. */
    private void identify(JsonNode payload) throws RequestParameters.Malformed {
        String name = HttpHeaders.AUTHORIZATION.toString();
        for (Map.Entry<String, JsonNode> each : payload.properties()) {
            if (each.getKey().equalsIgnoreCase(name) && each.getValue().isTextual()) {
                try {
                    request.request()
                            .headers()
                            .set(name, each.getValue().asText().strip());
                } catch (IllegalArgumentException e) {
                    throw new RequestParameters.Malformed(name + " is nothing that a header can hold");
                }
            }
        }
    }

    private void closeWhenExpired(SecurityIdentity caller) {
        Object expires = caller == null ? null : caller.getAttribute(EXPIRES);
        if (expires instanceof Number seconds) {
            Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(seconds.longValue()));
            timers.add(vertx.setTimer(
                    Math.max(1, left.toMillis()),
                    late -> close(GraphQLWsProtocol.FORBIDDEN, "The token has expired; come with another")));
        }
    }

    /** @param size of the message, in characters */
    private void begin(JsonNode message, int size) throws RequestParameters.Malformed {
        if (state != State.READY) {
            close(GraphQLWsProtocol.UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = GraphQLWsProtocol.id(message);
        if (operations.containsKey(id)) {
            close(GraphQLWsProtocol.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
            return;
        }
        RequestParameters body = RequestParameters.of(message.path("payload"));
        GraphQLWsOperation operation = new GraphQLWsOperation(this, id, common, body, size);
        operations.put(id, operation);
        int allowed = common.limits.operationsPerConnection();
        if (operations.size() > allowed) {
            operation.refuse(RequestError.overloaded(
                    "This connection has more operations under way than it may; end one first",
                    "operations-per-connection",
                    allowed));
        } else {
            toBegin.add(operation);
            beginNext();
        }
    }

    private void beginNext() {
        while (beginning < AT_ONCE && !isFull() && !toBegin.isEmpty()) {
            beginning++;
            toBegin.remove().begin();
        }
    }

    /** An operation that has begun was answered, or is listening. */
    void begun() {
        beginning--;
        beginNext();
    }

    /** The request that the connection began with, which has its credentials. */
    RoutingContext request() {
        return request;
    }

    /** Whether who has opened it may change data. */
    boolean mayHaveWritten() {
        return mayHaveWritten;
    }

    Context eventLoop() {
        return eventLoop;
    }

    void onEventLoop(Runnable next) {
        eventLoop.runOnContext(ignored -> next.run());
    }

    /** Whether more would have to wait until the client has taken what it was sent. */
    boolean isFull() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    /** @param message in JSON */
    void send(String message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message);
            if (isFull()) {
                // who does not take answers need not ask
                socket.pause();
            }
        }
    }

    /** The server answers pings by itself, and a pause does not keep them out. */
    private void pinged() {
        if (isFull() && ++untakenPongs > MOST_UNTAKEN_PONGS) {
            cut();
        }
    }

    /**
     * Ends the connection of a client that is not there, or does not read: without a closing frame, and without what it was
     * sent before, which the framework's own way to end it would wait for.
     */
    private void cut() {
        ((ConnectionBase) request.request().connection())
                .channelHandlerContext()
                .close();
    }

    private void drained() {
        untakenPongs = 0;
        socket.resume();
        List.copyOf(operations.values()).forEach(GraphQLWsOperation::drained);
        beginNext();
    }

    void send(String type, String id, Object payload) {
        send(GraphQLWsProtocol.message(type, id, payload));
    }

    /** An operation has come to its end. */
    void ended(String id, GraphQLWsOperation operation) {
        operations.remove(id, operation);
        // or those that are taken back before their turn would pile up
        toBegin.remove(operation);
        if (state == State.ENDING && operations.isEmpty()) {
            close(GraphQLWsProtocol.SERVICE_RESTART, ENDING);
        }
    }

    private void close(short code, String reason) {
        closed();
        if (!socket.isClosed()) {
            socket.close(code, GraphQLWsProtocol.reason(reason));
        }
    }

    /** The connection is no more, or will not be. */
    void closed() {
        state = State.CLOSED;
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        List<GraphQLWsOperation> left = List.copyOf(operations.values());
        operations.clear();
        toBegin.clear();
        left.forEach(GraphQLWsOperation::stop);
    }

    /** Ends it, for the client to come back. */
    void restart() {
        onEventLoop(() -> close(GraphQLWsProtocol.SERVICE_RESTART, "The data was restored; come again"));
    }

    /** The process was told to end: what will have an answer gets it. */
    void end() {
        onEventLoop(() -> {
            if (state == State.CLOSED) {
                return;
            }
            state = State.ENDING;
            List.copyOf(operations.values()).stream()
                    .filter(GraphQLWsOperation::isListening)
                    .forEach(GraphQLWsOperation::stop);
            if (operations.isEmpty()) {
                close(GraphQLWsProtocol.SERVICE_RESTART, ENDING);
            } else {
                timers.add(vertx.setTimer(TO_END.toMillis(), late -> close(GraphQLWsProtocol.SERVICE_RESTART, ENDING)));
            }
        });
    }
}
