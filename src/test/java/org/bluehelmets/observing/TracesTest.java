package org.bluehelmets.observing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.api.Test;

/** What a collector of traces is sent. */
@QuarkusTest
@TestProfile(TrustedOperations.class)
class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    Queue<String> received;

    @Test
    void aRequestIsASpanOfTheClientsTrace() {
        String document = Client.document("NationByCode");
        given().contentType("application/json")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .body(Map.of("query", document, "variables", Map.of("code", "KAZ")))
                .post("/graphql")
                .then()
                .statusCode(200);

        // one span is HTTP's, the other GraphQL's below it; they need not come in one batch
        String trace = new String(HexFormat.of().parseHex(TRACE), ISO_8859_1);
        String sent = await("both spans of the client's trace")
                .until(() -> String.join("", received), all -> all.split(trace, -1).length > 2);
        assertTrue(sent.contains("query NationByCode"), "the span of GraphQL");
        for (String attribute : new String[] {"graphql.operation.name", "graphql.operation.type", "bluehelmets.cost"}) {
            assertTrue(sent.contains(attribute), attribute);
        }
        assertFalse(sent.contains("$code"), "the document");
        assertFalse(sent.contains("KAZ"), "a variable");
    }

    @Test
    void aRequestThatIsRefusedToo() {
        given().contentType("application/json")
                .body(Map.of("query", "{ nope }"))
                .post("/graphql")
                .then()
                .statusCode(200);

        String sent =
                await("the span").until(() -> String.join("", received), all -> all.contains("GraphQL Operation"));
        assertTrue(sent.contains("GRAPHQL_VALIDATION_FAILED"), sent);
        assertFalse(sent.contains("nope"), sent);
    }
}
