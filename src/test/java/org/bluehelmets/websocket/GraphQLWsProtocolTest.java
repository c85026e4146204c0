package org.bluehelmets.websocket;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Scrape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages and close codes of the protocol graphql-transport-ws. */
@QuarkusTest
public class GraphQLWsProtocolTest {

    private static final String INIT = "{\"type\": \"connection_init\"}";
    private static final String CHANGED = LiveClient.document("PersonnelCountChanged");

    @Test
    void closesConnectionThatIsNotInitialised() {
        try (LiveClient client = LiveClient.connect()) {
            assertEquals(4408, client.closing().code());
        }
    }

    @Test
    void respondsToPing() {
        try (LiveClient client = LiveClient.connect()) {
            client.send(Map.of("type", "ping"));
            assertEquals("pong", client.next().getString("type"));
            client.initialised(null);
            client.send(Map.of("type", "pong"));
            client.assertNothingMore();
        }
    }

    @Test
    void rejectsSecondInitialisation() {
        try (LiveClient client = LiveClient.ready()) {
            client.initialise(null);
            assertEquals(4429, client.closing().code());
        }
    }

    @Test
    void rejectsSubscribeBeforeInitialisation() {
        try (LiveClient client = LiveClient.connect()) {
            client.subscribe("1", "{ __typename }", Map.of());
            assertEquals(4401, client.closing().code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "{}",
                "{\"type\": 1}",
                "{\"type\": \"start\", \"id\": \"1\"}",
                "{\"type\": \"subscribe\"}",
                "{\"type\": \"subscribe\", \"id\": 1, \"payload\": {\"query\": \"{ __typename }\"}}",
                "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{ __typename }\"}}",
                "{\"type\": \"subscribe\", \"id\": \"1\"}",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": [{\"query\": \"{ __typename }\"}]}",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": 1}}",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{ __typename }\", \"variables\": []}}",
                "{\"type\": \"complete\"}"
            })
    void rejectsInvalidMessages(String message) {
        try (LiveClient client = LiveClient.ready()) {
            client.sendText(message);
            assertEquals(4400, client.closing().code());
        }
    }

    @Test
    void rejectsMessageNestedTooDeep() {
        try (LiveClient client = LiveClient.connect()) {
            client.sendText(
                    "{\"type\": \"connection_init\", \"payload\": " + "[".repeat(1000) + "]".repeat(1000) + "}");
            assertEquals(4400, client.closing().code());
        }
    }

    @Test
    void rejectsInvalidAuthorization() {
        try (LiveClient client = LiveClient.connect()) {
            client.initialise("Bearer a\r\nX-Other: b");
            assertEquals(4400, client.closing().code());
        }
    }

    @Test
    void rejectsMessageAboveLimit() {
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("1", "{ __typename }" + " ".repeat(300_000), Map.of());
            LiveClient.Closing closing = client.closing();
            assertEquals(4400, closing.code());
            assertTrue(closing.reason().contains("at most 262144 bytes"), closing::reason);
        }
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("1", "{ __typename }" + " ".repeat(90_000), Map.of());
            assertEquals("Query", client.nextData("1").getString("__typename"));
        }
    }

    @Test
    void rejectsIdAboveLimit() {
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("\u00e9".repeat(100_000), "{ __typename }", Map.of());
            assertEquals(4400, client.closing().code());
        }
    }

    /** Includes messages that the client sends before it receives the close frame. */
    @Test
    void executesNothingAfterInvalidMessage() {
        try (LiveClient client = LiveClient.ready()) {
            client.sendText("nonsense");
            try {
                client.subscribe("1", CHANGED, Map.of());
            } catch (CompletionException e) {
                // the client had received the close frame
            }
            assertEquals(4400, client.closing().code());
        }
        assertEquals(0, LiveClient.underWay());
    }

    /** Exceeds the limits of executing and active operations. */
    @Test
    void executesManyOperations() {
        try (LiveClient client = LiveClient.ready()) {
            for (int i = 0; i < 60; i++) {
                client.subscribe("q" + i, Client.document("NationList"), Map.of());
            }
            Set<String> answered = new HashSet<>();
            int refused = 0;
            while (answered.size() + refused < 60) {
                JsonPath message = client.next();
                if (message.getString("type").equals("error")) {
                    assertEquals("OVERLOADED", message.getString("payload[0].extensions.code"));
                    refused++;
                } else if (message.getString("type").equals("complete")) {
                    answered.add(message.getString("id"));
                }
            }
            assertTrue(answered.size() >= 50, () -> answered + " were answered");
        }
    }

    @Test
    void rejectsDuplicateId() {
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("1", CHANGED, Map.of());
            client.subscribe("1", CHANGED, Map.of());
            assertEquals(new LiveClient.Closing(4409, "Subscriber for 1 already exists"), client.closing());
        }
        LiveClient.awaitUnderWay(0);
    }

    /** The results are the same as over HTTP. */
    @Test
    void executesQueries() {
        String document = Client.document("IndKazBat");
        try (LiveClient client = LiveClient.ready()) {
            for (int i = 0; i < 3; i++) {
                client.subscribe("q", document, Map.of());
                assertEquals(
                        Client.data(document).<Object>get("nation"),
                        client.nextData("q").<Object>get("nation"));
                assertEquals("complete", client.next().getString("type"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { nope }                                                             | GRAPHQL_VALIDATION_FAILED
                    { nation(code                                                        | GRAPHQL_PARSE_FAILED
                    subscription { __typename }                                          | GRAPHQL_VALIDATION_FAILED
                    subscription { a: personnelCountChanged { id } b: personnelCountChanged { id } } | GRAPHQL_VALIDATION_FAILED
                    subscription { personnelCountChanged(nation: 1) { id } }             | BAD_USER_INPUT
                    subscription ($s: Boolean = true) { personnelCountChanged @skip(if: $s) { id } } | GRAPHQL_VALIDATION_FAILED
                    subscription ($s: Boolean = true) { ...F } fragment F on Subscription { ... @include(if: $s) { personnelCountChanged { id } } } | GRAPHQL_VALIDATION_FAILED
                    mutation { personnelCountRetract(id: "x", version: 1, reason: "y") { userErrors { code } } } | UNAUTHENTICATED
                    query A { __typename } query B { __typename }                        | OPERATION_RESOLUTION_FAILURE
                    """)
    void respondsWithErrors(String document, String code) {
        try (LiveClient client = LiveClient.ready()) {
            client.subscribe("1", document, Map.of());
            assertEquals(code, client.nextError("1"));
            // the connection stays usable
            client.subscribe("1", "{ __typename }", Map.of());
            assertEquals("Query", client.nextData("1").getString("__typename"));
        }
    }

    @Test
    void resolvesPersistedDocuments() {
        try (LiveClient client = LiveClient.ready()) {
            Map<String, Object> unknown = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", "0".repeat(64)));
            client.send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("extensions", unknown)));
            assertEquals("PERSISTED_QUERY_NOT_FOUND", client.nextError("1"));
        }
    }

    @Test
    void acceptsGraphqlTransportWsOnly() {
        given().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Protocol", "graphql-ws")
                .get("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("graphql-transport-ws"));
        try (LiveClient client = LiveClient.offering(LiveClient.PROTOCOL, "something-else")) {
            client.initialised(null);
        }
        try (LiveClient client = LiveClient.offering("graphql-ws", LiveClient.PROTOCOL)) {
            assertEquals(4406, client.closing().code());
        }
        Awaitility.await().until(() -> new Scrape().value("graphql_websocket_connections") == 0);
    }

    /** Pages may connect to their own origin. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:%d, localhost:%d, 101",
        "http://LOCALHOST:%d, localhost:%d, 101",
        "https://peace.example.org, peace.example.org:443, 101",
        "https://peace.example.org:443, peace.example.org, 101",
        "https://peace.example.org, PEACE.example.org, 101",
        "http://peace.example.org, peace.example.org:80, 101",
        "https://[2001:db8::5], [2001:DB8::5]:443, 101",
        "http://[::1]:8080, [::1]:8080, 101",
        "http://peace.example.org, peace.example.org:443, 403",
        "https://peace.example.org, peace.example.org:8443, 403",
        "https://peace.example.org:8443, peace.example.org, 403",
        "http://[::1]:8080, [::2]:8080, 403",
        "https://elsewhere.example, localhost:%d, 403",
        "http://localhost.elsewhere.example:%d, localhost:%d, 403",
        "ftp://localhost:%d, localhost:%d, 403",
        "https://localhost@elsewhere.example, localhost, 403",
        "null, localhost:%d, 403",
        "'', localhost:%d, 403",
        "not an address, localhost:%d, 403"
    })
    void checksOrigin(String origin, String host, int status) throws IOException {
        String request = """
                GET /graphql HTTP/1.1\r
                Host: %1$s\r
                Origin: %2$s\r
                X-Forwarded-Host: elsewhere.example\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: graphql-transport-ws\r
                \r
                """.formatted(host.formatted(RestAssured.port), origin.formatted(RestAssured.port));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            assertEquals("HTTP/1.1 " + status, answer.substring(0, 12));
        }
    }

    @Test
    void rejectsSubscriptionsOverHttp() {
        for (JsonPath answer : List.of(
                Client.answer("subscription { personnelCountChanged { id } }", Map.of()),
                given().queryParam("query", "subscription { personnelCountChanged { id } }")
                        .get("/graphql")
                        .jsonPath())) {
            assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"));
            assertTrue(answer.getString("errors[0].message").contains("WebSocket"));
        }
    }
}
