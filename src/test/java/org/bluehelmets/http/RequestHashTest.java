package org.bluehelmets.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bluehelmets.execution.GraphQLRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes and entity tags depend on all that determines the response. */
class RequestHashTest {

    private static String of(String query, String operationName, Map<String, Object> variables) {
        return RequestHash.of(new GraphQLRequest(query, operationName, variables));
    }

    @Test
    void dependsOnEachPartOfTheRequest() {
        String hash = of("query A { a }", "A", Map.of("x", 1));
        assertNotEquals(hash, of("query A { b }", "A", Map.of("x", 1)));
        assertNotEquals(hash, of("query A { a }", "B", Map.of("x", 1)));
        assertNotEquals(hash, of("query A { a }", "A", Map.of("x", "1")));
        assertNotEquals(hash, of("query A { a }", "A", Map.of("x", 1, "y", 1)));
        assertNotEquals(of("query null { a }", null, Map.of()), of("query null { a }", "null", Map.of()));
    }

    @Test
    void doesNotDependOnTheOrderOfVariables() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("x", 1);
        ordered.put("y", 2);
        Map<String, Object> reversed = new LinkedHashMap<>();
        reversed.put("y", 2);
        reversed.put("x", 1);
        assertEquals(of("{ a }", null, ordered), of("{ a }", null, reversed));
    }

    @Test
    void eTagDependsOnStateMediaTypeAndBuild() {
        GraphQLRequest request = new GraphQLRequest("{ a }", null, Map.of());
        String etag = new ETagGenerator("1").generate("v1 2026-11-30", request, "application/json");
        assertEquals(etag, new ETagGenerator("1").generate("v1 2026-11-30", request, "application/json"));
        assertNotEquals(etag, new ETagGenerator("2").generate("v1 2026-11-30", request, "application/json"));
        assertNotEquals(etag, new ETagGenerator("1").generate("v2 2026-11-30", request, "application/json"));
        assertNotEquals(etag, new ETagGenerator("1").generate("v1 2026-12-01", request, "application/json"));
        assertNotEquals(
                etag, new ETagGenerator("1").generate("v1 2026-11-30", request, "application/graphql-response+json"));
    }

    /** UTF-8 encodes an unpaired surrogate as {@code ?}, so that different requests would have the same hash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ __typename } #\\ud800\"}",
                "{\"query\": \"{ __typename } #\\udc00\\ud800\"}",
                "{\"query\": \"{ __typename }\", \"operationName\": \"\\ud800\"}",
                "{\"query\": \"{ __typename }\", \"variables\": {\"a\": [{\"b\": \"\\udfff\"}]}}",
                "{\"query\": \"{ __typename }\", \"variables\": {\"\\ud800\": 1}}",
            })
    void rejectsUnpairedSurrogates(String body) {
        assertThrows(
                RequestParameters.MalformedException.class,
                () -> RequestParameters.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void acceptsSurrogatePairs() throws RequestParameters.MalformedException {
        String body = "{\"query\": \"{ __typename } #\\ud83d\\ude00\", \"variables\": {\"a\": [null, 1, \"\\u00e9\"]}}";
        assertEquals(
                "{ __typename } #\uD83D\uDE00",
                RequestParameters.parse(body.getBytes(StandardCharsets.UTF_8)).query());
    }
}
