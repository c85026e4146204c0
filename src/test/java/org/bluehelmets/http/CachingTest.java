package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses can be cached and revalidated. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CachingTest {

    private static final String QUERY =
            "query Q($first: Int, $after: String) { nations(first: $first, after: $after) { nodes { name } } }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @BeforeEach
    void clear() {
        new Rows().clearImports();
    }

    @Test
    void generatesSameETagForSameRequest() {
        String etag = etag(Map.of("first", 3));
        assertTrue(etag.matches("W/\"[\\w-]{22}\""), etag);
        assertEquals(etag, etag(Map.of("first", 3)));
        assertEquals(etag, get(Map.of("first", 3)).header("ETag"), "by GET");
    }

    @Test
    void generatesDifferentETagForDifferentRequest() {
        String etag = etag(Map.of("first", 3));
        assertNotEquals(etag, etag(Map.of("first", 4)));
        assertNotEquals(etag, etag(Map.of()));
        assertNotEquals(
                etag,
                post(QUERY.replace("name", "code"), Map.of("first", 3), null).header("ETag"));
        assertNotEquals(
                etag,
                given().accept("application/graphql-response+json")
                        .queryParam("query", QUERY)
                        .queryParam("variables", "{\"first\": 3}")
                        .get("/graphql")
                        .header("ETag"),
                "in another media type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"other\", %s"})
    void respondsNotModifiedIfETagMatches(String form) {
        String seen = form.formatted(etag(Map.of("first", 3)));
        for (Response response : List.of(
                post(QUERY, Map.of("first", 3), seen),
                given().header("If-None-Match", seen)
                        .queryParam("query", QUERY)
                        .queryParam("variables", "{\"first\": 3}")
                        .get("/graphql"))) {
            response.then().statusCode(304).body(emptyString()).header("ETag", etag(Map.of("first", 3)));
        }
        post(QUERY, Map.of("first", 4), seen).then().statusCode(200);
    }

    /** Proxies add header lines and tags of other responses. */
    @Test
    void readsETagsFromAllHeaderLines() throws Exception {
        String seen = etag(Map.of("first", 3));
        for (List<String> lines : List.of(
                List.of("\"other\"", seen),
                List.of(seen, "\"other\""),
                List.of("\"a\", W/\"b\"", "\"c\"," + seen + " , \"d\""),
                List.of(seen.substring(2)),
                List.of("", seen),
                List.of("*"))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"query\": \"" + QUERY + "\", \"variables\": {\"first\": 3}}"));
            lines.forEach(line -> request.header("If-None-Match", line));
            // on an upgrade to HTTP/2, Vert.x would keep the last line only
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(304, response.statusCode(), lines::toString);
            assertEquals(seen, response.headers().firstValue("ETag").orElseThrow());
        }
        // a response with errors matches nothing
        given().header("If-None-Match", "*")
                .queryParam("query", "{ node(id: \"x\") { id } }")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void executesNothingIfETagMatches() {
        String seen = etag(Map.of("first", 3));
        assertEquals(List.of(), Statements.ofMore(() -> post(QUERY, Map.of("first", 3), seen)));
    }

    @Test
    void changesETagAfterImport() {
        String before = etag(Map.of("first", 3));
        byte[] file = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .text()
                .getBytes(UTF_8);

        Contributions.send(file, "dryRun").then().statusCode(200);
        post(QUERY, Map.of("first", 3), before).then().statusCode(304);

        Contributions.send(file).then().statusCode(200);
        post(QUERY, Map.of("first", 3), before).then().statusCode(200);
        assertNotEquals(before, etag(Map.of("first", 3)));
    }

    @Test
    void allowsCachingOfGetResponses() {
        get(Map.of("first", 3))
                .then()
                .header("Cache-Control", "public, max-age=60")
                .header("Vary", containsString("Accept"));
        post(QUERY, Map.of("first", 3), null).then().header("Cache-Control", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ nope }", "{", "{ node(id: \"x\") { id } }", "{ nations(first: 1000) { nodes { id } } }"})
    void forbidsCachingOfErrors(String query) {
        given().queryParam("query", query)
                .get("/graphql")
                .then()
                .header("ETag", nullValue())
                .header("Cache-Control", "no-store")
                .body("errors.size()", equalTo(1));
    }

    @Test
    void compressesLargeResponsesIfAccepted() throws Exception {
        String body = "{\"query\": \"{ nations(first: 100) { nodes { id name } } }\"}";
        HttpResponse<byte[]> plain = send(body, "identity");
        HttpResponse<byte[]> compressed = send(body, "gzip");
        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(compressed.body().length < plain.body().length / 3, compressed.body().length + " bytes");
        assertEquals(
                "",
                send("{\"query\": \"{ __typename }\"}", "gzip")
                        .headers()
                        .firstValue("Content-Encoding")
                        .orElse("")
                        .replace("identity", ""));
    }

    private HttpResponse<byte[]> send(String body, String encoding) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/json")
                                .header("Accept-Encoding", encoding)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String etag(Map<String, Object> variables) {
        return post(QUERY, variables, null).header("ETag");
    }

    private static Response get(Map<String, Object> variables) {
        return given().queryParam("query", QUERY)
                .queryParam("variables", "{\"first\": " + variables.get("first") + "}")
                .get("/graphql");
    }

    private static Response post(String query, Map<String, Object> variables, String seen) {
        RequestSpecification request = given().contentType("application/json");
        if (seen != null) {
            request.header("If-None-Match", seen);
        }
        return request.body(Map.of("query", query, "variables", variables)).post("/graphql");
    }
}
