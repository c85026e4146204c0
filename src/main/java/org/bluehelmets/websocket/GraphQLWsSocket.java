package org.bluehelmets.websocket;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Consumer;

/**
 * The socket of a connection: applies back pressure, limits unsent pongs, and detects clients that have vanished. It runs
 * on the connection's event loop.
 */
final class GraphQLWsSocket {

    /** The limit of pongs in the write queue of a client that does not read. */
    private static final int MAX_UNSENT_PONGS = 100;

    private final HttpServerRequest request;
    private final ServerWebSocket socket;
    private final int maxMessageSize;
    private int unsentPongs;
    private boolean alive = true;

    /** @param maxMessageSize in bytes, for error messages */
    GraphQLWsSocket(HttpServerRequest request, ServerWebSocket socket, int maxMessageSize) {
        this.request = request;
        this.socket = socket;
        this.maxMessageSize = maxMessageSize;
    }

    /**
     * Receives messages.
     *
     * @param onInvalid receives the error if a message cannot be read
     * @param onDrained runs when the client can receive messages again
     */
    void listen(Consumer<String> onMessage, Consumer<String> onInvalid, Runnable onDrained) {
        socket.textMessageHandler(text -> {
                    alive = true;
                    onMessage.accept(text);
                })
                .binaryMessageHandler(binary -> onInvalid.accept("Messages must be text"))
                .pongHandler(pong -> alive = true)
                .frameHandler(frame -> {
                    if (frame.isPing()) {
                        onPing();
                    }
                })
                .drainHandler(drained -> {
                    unsentPongs = 0;
                    socket.resume();
                    onDrained.run();
                })
                .exceptionHandler(failure -> {
                    Log.debugf(failure, "A WebSocket connection failed");
                    onInvalid.accept(message(failure));
                });
    }

    private String message(Throwable failure) {
        // Vert.x throws IllegalStateException if the frames of one message exceed the limit together
        boolean invalid = failure instanceof CorruptedWebSocketFrameException
                || failure instanceof TooLongFrameException
                || failure instanceof IllegalStateException;
        return invalid
                ? "Messages must be text of at most %s bytes".formatted(maxMessageSize)
                : "A message could not be read";
    }

    /** Vert.x answers pings itself, even while the socket is paused. */
    private void onPing() {
        if (isFull() && ++unsentPongs > MAX_UNSENT_PONGS) {
            abort();
        }
    }

    /**
     * Sends a ping, and aborts the connection if the client has not responded to the previous one.
     *
     * @param idle whether the connection can be left to the idle timeout
     */
    void ping(boolean idle) {
        if (idle && !isFull()) {
            alive = true;
        } else if (alive) {
            alive = false;
            socket.writePing(Buffer.buffer());
        } else {
            abort();
        }
    }

    /**
     * Closes the TCP connection of a client that has vanished or does not read. {@link ServerWebSocket#close} would wait
     * until the client has read the queued messages.
     */
    private void abort() {
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }

    /** Whether the write queue is full because the client does not read. */
    boolean isFull() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    void send(String message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message);
            if (isFull()) {
                // a client that does not read must not send requests either
                socket.pause();
            }
        }
    }

    void close(short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, GraphQLWsProtocol.truncateReason(reason));
        }
    }
}
