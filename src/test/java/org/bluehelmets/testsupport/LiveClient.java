package org.bluehelmets.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Speaks graphql-transport-ws with the service, message by message. */
public final class LiveClient implements AutoCloseable {

    public static final String PROTOCOL = "graphql-transport-ws";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SUBSCRIPTIONS = Path.of("src/test/resources/subscriptions");
    private static final int PATIENCE_SECONDS = 20;

    /** What ended a connection. */
    public record Closing(int code, String reason) {}

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile boolean reading = true;
    private volatile int pings;

    private LiveClient(int port, WebSocket.Builder builder, String... protocols) {
        String[] less = new String[protocols.length - 1];
        System.arraycopy(protocols, 1, less, 0, less.length);
        URI address = URI.create("ws://localhost:" + port + "/graphql");
        socket = builder.subprotocols(protocols[0], less)
                .buildAsync(address, new Listener())
                .join();
    }

    /** A connection that has not been initialised. */
    public static LiveClient connect() {
        return offering(PROTOCOL);
    }

    /** @param protocols in the order of preference */
    public static LiveClient offering(String... protocols) {
        return new LiveClient(RestAssured.port, HTTP.newWebSocketBuilder(), protocols);
    }

    /** A connection that says who it is as other requests do, which browsers cannot. */
    public static LiveClient withHeader(String authorization) {
        return new LiveClient(
                RestAssured.port, HTTP.newWebSocketBuilder().header("Authorization", authorization), PROTOCOL);
    }

    /** A connection, that operations can be sent on, to a service at another port than the one under test. */
    public static LiveClient readyAt(int port) {
        return new LiveClient(port, HTTP.newWebSocketBuilder(), PROTOCOL).initialised(null);
    }

    /** A connection that operations can be sent on. */
    public static LiveClient ready() {
        return connect().initialised(null);
    }

    /** @param authorization of the initialisation's payload; null for none */
    public LiveClient initialised(String authorization) {
        initialise(authorization);
        assertEquals("connection_ack", next().getString("type"));
        return this;
    }

    public void initialise(String authorization) {
        send(
                authorization == null
                        ? Map.of("type", "connection_init")
                        : Map.of("type", "connection_init", "payload", Map.of("Authorization", authorization)));
    }

    public void send(Map<String, ?> message) {
        try {
            sendText(JSON.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /** Asks for an operation, and does not wait for what comes of it. */
    public void subscribe(String id, String document, Map<String, ?> variables) {
        send(Map.of(
                "id",
                id,
                "type",
                "subscribe",
                "payload",
                Map.of("query", document, "variables", new HashMap<>(variables))));
    }

    /** Asks for a stored subscription, and waits until the service listens for it. */
    public void listen(String id, String subscription, Map<String, ?> variables) {
        double before = underWay();
        subscribe(id, document(subscription), variables);
        awaitUnderWay((int) before + 1);
    }

    /** How many subscriptions the service has. */
    public static double underWay() {
        return new Scrape().value("graphql_subscriptions");
    }

    public static void awaitUnderWay(int subscriptions) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> underWay() == subscriptions);
    }

    /** The text of a stored subscription, by its file's name without ending. */
    public static String document(String subscription) {
        try {
            return Files.readString(SUBSCRIPTIONS.resolve(subscription + ".graphql"));
        } catch (IOException e) {
            throw new IllegalArgumentException("no stored subscription " + subscription, e);
        }
    }

    /** The next message. */
    public JsonPath next() {
        try {
            String message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(message, () -> "no message; closed: " + closing.getNow(null));
            return new JsonAnswer(message);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The data of the next message, which has an event of a subscription, or an answer. */
    public JsonPath nextData(String id) {
        JsonPath message = next();
        assertEquals("next", message.getString("type"), message::prettify);
        assertEquals(id, message.getString("id"));
        assertNull(message.get("payload.errors"), message::prettify);
        return message.setRootPath("payload.data");
    }

    /** The code of the next message, which says why an operation ends. */
    public String nextError(String id) {
        JsonPath message = next();
        assertEquals("error", message.getString("type"), message::prettify);
        assertEquals(id, message.getString("id"));
        return message.getString("payload[0].extensions.code");
    }

    /** That nothing has come until an answer to what is asked now. */
    public void assertNothingMore() {
        send(Map.of("type", "ping"));
        assertEquals("pong", next().getString("type"));
    }

    /** How often the service has asked for a sign of life. */
    public int pings() {
        return pings;
    }

    /** Takes no more messages from the network, as a client that is stuck. */
    public void stopReading() {
        reading = false;
    }

    public void readOn() {
        reading = true;
        socket.request(1);
    }

    /** Waits until the service ends the connection, without a message before. */
    public Closing closingInSilence() {
        Closing closing = closing();
        assertNull(received.poll());
        return closing;
    }

    /** Waits until the service ends the connection. */
    public Closing closing() {
        return closing.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Goes without a word. */
    public void hangUp() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            parts.append(text);
            if (last) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            if (reading) {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            pings++;
            if (reading) {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closing.complete(new Closing(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closing.complete(new Closing(-1, failure.toString()));
        }
    }
}
