package org.bluehelmets.observability;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Pattern;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.ExternalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The traces of requests. */
@QuarkusTest
@TestProfile(ExternalServices.class)
class RequestTracerTest {

    /** Unique, because the collector may still receive traces of other tests. */
    private static final String VARIABLE = "QZX";

    Queue<String> received;

    @BeforeEach
    void clearReceived() {
        received.clear();
    }

    @Test
    void createsSpanInTraceOfClient() {
        String sent = traced(
                "0af7651916cd43dd8448eb211c80319c",
                Map.of("query", Client.document("NationByCode"), "variables", Map.of("code", VARIABLE)));

        assertTrue(sent.contains("query NationByCode"), "the span of GraphQL");
        for (String attribute : new String[] {"graphql.operation.name", "graphql.operation.type", "bluehelmets.cost"}) {
            assertTrue(sent.contains(attribute), attribute);
        }
        assertFalse(sent.contains("$code"), "the document");
        assertFalse(sent.contains(VARIABLE), "a variable");
    }

    @Test
    void createsSpanForRejectedRequest() {
        String sent = traced("4bf92f3577b34da6a3ce929d0e0e4736", Map.of("query", "{ nopeOfTraces }"));

        assertTrue(sent.contains("GraphQL Operation"), sent);
        assertTrue(sent.contains("GRAPHQL_VALIDATION_FAILED"), sent);
        assertFalse(sent.contains("nopeOfTraces"), sent);
    }

    /** The HTTP span and the GraphQL span of a request, which may arrive in different batches. */
    private String traced(String trace, Map<String, ?> body) {
        given().contentType("application/json")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200);
        String bytes = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return await("both spans of the client's trace")
                .until(
                        () -> received.stream()
                                .filter(batch -> batch.contains(bytes))
                                .collect(joining()),
                        all -> all.split(Pattern.quote(bytes), -1).length > 2);
    }
}
