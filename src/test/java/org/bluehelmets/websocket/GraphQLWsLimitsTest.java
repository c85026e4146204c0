package org.bluehelmets.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.SmallLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits of WebSocket connections and slow clients. */
@QuarkusTest
@TestProfile(SmallLimits.class)
public class GraphQLWsLimitsTest {

    private static final String CHANGED = LiveClient.document("PersonnelCountChanged");

    /** About 600 kB for each event, with a note of maximum length. */
    private static final String LARGE = "subscription { personnelCountChanged { version "
            + IntStream.range(0, 50).mapToObj(i -> "n" + i + ": note").collect(Collectors.joining(" "))
            + " } }";

    /** Each round sends 1000 pings; together they exceed the buffers of both sockets. */
    private static final int ROUNDS = 1000;

    @AfterEach
    void clear() {
        LiveClient.awaitUnderWay(0);
        new Rows().clearCurated();
    }

    @Test
    void limitsOperationsPerConnection() {
        try (LiveClient client = LiveClient.ready()) {
            for (int i = 0; i < 3; i++) {
                client.listen("s" + i, "PersonnelCountChanged", Map.of());
            }
            client.subscribe("s3", CHANGED, Map.of());
            JsonPath refused = client.next();
            assertEquals("error", refused.getString("type"));
            assertEquals("OVERLOADED", refused.getString("payload[0].extensions.code"));
            assertEquals("operations-per-connection", refused.getString("payload[0].extensions.limit"));
            assertEquals(3, refused.getInt("payload[0].extensions.allowed"));

            client.send(Map.of("id", "s0", "type", "complete"));
            client.subscribe("s3", "{ __typename }", Map.of());
            client.nextData("s3");
        }
    }

    @Test
    void limitsSubscriptionsOfAllConnections() {
        try (LiveClient one = LiveClient.ready();
                LiveClient other = LiveClient.ready()) {
            one.listen("1", "PersonnelCountChanged", Map.of());
            one.listen("2", "PersonnelCountChanged", Map.of());
            other.listen("3", "PersonnelCountChanged", Map.of());
            other.listen("4", "PersonnelCountChanged", Map.of());
            other.subscribe("5", CHANGED, Map.of());
            JsonPath refused = other.next();
            assertEquals("OVERLOADED", refused.getString("payload[0].extensions.code"));
            assertEquals("subscriptions", refused.getString("payload[0].extensions.limit"));

            one.send(Map.of("id", "1", "type", "complete"));
            LiveClient.awaitUnderWay(3);
            other.listen("5", "PersonnelCountChanged", Map.of());
        }
    }

    /** Document and variables stay in memory until the subscription ends. */
    @Test
    void limitsSizeOfSubscription() {
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("v", CHANGED, Map.of("other", "x".repeat(5000)));
            JsonPath refused = client.next();
            assertEquals("LIMIT_EXCEEDED", refused.getString("payload[0].extensions.code"));
            assertEquals("subscription-size", refused.getString("payload[0].extensions.limit"));
            client.subscribe("d", CHANGED + " ".repeat(5000), Map.of());
            assertEquals("LIMIT_EXCEEDED", client.nextError("d"));
            client.subscribe("q", "{ __typename }", Map.of("other", "x".repeat(5000)));
            client.nextData("q");
        }
    }

    /** Vert.x answers pings itself, outside the limits of messages. */
    @Test
    void abortsConnectionThatFloodsPings() throws Exception {
        try (SocketChannel client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 10_000);
            client.connect(new InetSocketAddress("localhost", RestAssured.port));
            String upgrade = """
                    GET /graphql HTTP/1.1
                    Host: localhost
                    Upgrade: websocket
                    Connection: Upgrade
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Protocol: graphql-transport-ws

                    """.replace("\n", "\r\n");
            client.write(ByteBuffer.wrap(upgrade.getBytes(US_ASCII)));
            assertTrue(client.read(ByteBuffer.allocate(1000)) > 0);
            byte[] ping = new byte[6 + 125];
            ping[0] = (byte) 0x89;
            ping[1] = (byte) (0x80 | 125);
            ByteBuffer pings = ByteBuffer.allocate(1000 * ping.length);
            while (pings.hasRemaining()) {
                pings.put(ping);
            }
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    client.write(pings.rewind());
                }
            });
        }
    }

    /** A slow client does not exhaust memory; other clients receive all events. */
    @Test
    void endsSubscriptionOfSlowClient() {
        addSource("t-paper");
        String note = "\u8ecd".repeat(4000);
        String id = done(
                        "PersonnelCountRecord",
                        Map.of(
                                "input",
                                Map.of(
                                        "source", "t-paper",
                                        "category", "ALL",
                                        "total", 1,
                                        "status", "PLANNED",
                                        "asOf", "2030",
                                        "note", note)))
                .getString("personnelCount.id");
        try (LiveClient quick = LiveClient.ready();
                LiveClient slow = LiveClient.ready()) {
            quick.listen("q", "PersonnelCountChanged", Map.of());
            slow.subscribe("s", LARGE, Map.of());
            LiveClient.awaitUnderWay(2);
            slow.stopReading();

            int version = 1;
            while (LiveClient.underWay() == 2) {
                assertTrue(version < 1000, "it was never cut off");
                done(
                        "PersonnelCountCorrect",
                        Map.of("id", id, "version", version, "input", Map.of("total", version, "reason", "a test")));
                version++;
                assertEquals(version, quick.nextData("q").getInt("personnelCountChanged.version"));
            }

            slow.readOn();
            int told = 1;
            JsonPath message = slow.next();
            while (message.getString("type").equals("next")) {
                assertEquals(++told, message.getInt("payload.data.personnelCountChanged.version"));
                message = slow.next();
            }
            assertEquals("error", message.getString("type"));
            assertEquals("LIMIT_EXCEEDED", message.getString("payload[0].extensions.code"));
            assertEquals("subscription-buffer", message.getString("payload[0].extensions.limit"));
            assertTrue(told < version);
            // the client can subscribe again
            slow.listen("s", "PersonnelCountChanged", Map.of());
        }
    }
}
