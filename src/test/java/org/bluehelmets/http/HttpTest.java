package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP: methods, media types, bodies and status codes. */
@QuarkusTest
class HttpTest {

    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String GOOD = "{\"query\": \"{ nation(code: \\\"KAZ\\\") { code } }\"}";
    private static final String INVALID = "{\"query\": \"{ nope }\"}";
    private static final String FAILING = "{\"query\": \"{ node(id: \\\"x\\\") { id } }\"}";
    private static final int MEBIBYTE = 1024 * 1024;

    @TestHTTPResource("/graphql")
    URI endpoint;

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PUT", "DELETE", "PATCH"})
    void rejectsOtherMethodsThanPostAndGet(Method method) {
        refused(given().contentType(JSON).body(GOOD).when().request(method, "/graphql"), 405, "by POST")
                .header("Allow", "GET, POST");
    }

    @Test
    void rejectsPagesOfOtherOrigins() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://example.org")
                .contentType(JSON)
                .body(GOOD)
                .post("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/jsonx",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "",
                ", application/json",
                "application/json, text/plain"
            })
    void rejectsOtherMediaTypesThanJson(String type) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder().header("Content-Type", type));
        assertEquals(415, response.statusCode());
        assertEquals(
                "{\"errors\":[{\"message\":\"Content-Type must be application/json\","
                        + "\"extensions\":{\"code\":\"BAD_REQUEST\"}}]}",
                response.body());
    }

    @Test
    void rejectsBodyWithoutMediaType() throws Exception {
        assertEquals(415, send(HttpRequest.newBuilder()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json ; charset=utf-8",
                // as GraphiQL sends it
                "application/json, application/json"
            })
    void acceptsVariantsOfJsonMediaType(String type) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder().header("Content-Type", type));
        assertEquals(200, response.statusCode());
        assertEquals("{\"data\":{\"nation\":{\"code\":\"KAZ\"}}}", response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "application/graphql", "application/json;q=0"})
    void rejectsUnsupportedAccept(String accepted) {
        refused(
                given().contentType(JSON).accept(accepted).body(GOOD).post("/graphql"),
                406,
                "application/graphql-response+json or application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                                                     | application/json
                    application/graphql-response+json                                    | application/graphql-response+json
                    */*                                                                  | application/json
                    application/*                                                        | application/json
                    APPLICATION/JSON                                                     | application/json
                    application/json;q=0, */*                                            | application/graphql-response+json
                    text/html, application/json                                          | application/json
                    application/json;q=0.5, application/graphql-response+json            | application/graphql-response+json
                    application/json, application/graphql-response+json;q=0.5            | application/json
                    """)
    void selectsPreferredMediaType(String accepted, String served) {
        boolean newer = served.equals(GRAPHQL);
        ask(accepted, GOOD).statusCode(200).contentType(served).body("data.nation.code", equalTo("KAZ"));
        // if the request is not executed, the status is 400, but with application/json it is 200
        ask(accepted, INVALID).statusCode(newer ? 400 : 200).contentType(served).body("errors", hasSize(1));
        ask(accepted, INVALID).body("$", not(hasKey("data")));
        ask(accepted, FAILING).statusCode(200).contentType(served).body("data.node", equalTo(null));
    }

    /** Deeper nesting could overflow the stack. */
    @ParameterizedTest
    @CsvSource({
        "98, 200, `filter` must not be nested more than 30 levels deep",
        "99, 400, 'The body exceeds a limit: its document nesting depth is 201; at most 200 is allowed'"
    })
    void rejectsVariablesNestedTooDeep(int filters, int status, String message) {
        String variable = "{\"and\":[".repeat(filters) + "{}" + "]}".repeat(filters);
        ask(JSON, """
                        {"query": "query ($f: NationFilter) { nations(filter: $f) { totalCount } }", "variables": {"f": %s}}
                        """.formatted(variable)).statusCode(status).body("errors[0].message", containsString(message));
    }

    @Test
    void respondsWithJsonByDefault() throws Exception {
        for (String body : new String[] {GOOD, INVALID}) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(endpoint)
                                    .header("Content-Type", JSON)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            assertEquals(
                    JSON + "; charset=utf-8",
                    response.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                           | send one request at a time
                    [{"query": "{ nope }"}]                      | send one request at a time
                    x                                            | not valid JSON
                    {                                            | not valid JSON
                    {"query": "{ nope }"} x                      | not valid JSON
                    {}                                           | a string "query"
                    null                                         | a string "query"
                    "text"                                       | a string "query"
                    {"query": 5}                                 | "query" must be a string
                    {"query": null}                              | a string "query"
                    {"variables": {}}                            | a string "query"
                    {"query": "{ nope }", "variables": 5}        | "variables" must be an object
                    {"query": "{ nope }", "variables": []}       | "variables" must be an object
                    {"query": "{ nope }", "variables": "{}"}     | "variables" must be an object
                    {"query": "{ nope }", "operationName": 5}    | "operationName" must be a string
                    {"query": "{ nope }", "extensions": []}      | "extensions" must be an object
                    """)
    void rejectsInvalidBodies(String body, String message) {
        for (String accepted : new String[] {JSON, GRAPHQL}) {
            refused(given().contentType(JSON).accept(accepted).body(body).post("/graphql"), 400, message)
                    .contentType(accepted);
        }
    }

    @Test
    void rejectsRequestWithoutBody() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", JSON)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(400, response.statusCode());
        assertFalse(response.body().contains("Exception"), response.body());
    }

    @Test
    void acceptsNullForOptionalMembers() {
        String body = GOOD.replace("}\"}", "}\", \"variables\": null, \"operationName\": null, \"extensions\": null}");
        ask(JSON, body).statusCode(200).body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void rejectsBodiesAboveOneMebibyte() {
        String padded = GOOD + " ".repeat(MEBIBYTE - GOOD.length());
        ask(JSON, padded).statusCode(200).body("data.nation.code", equalTo("KAZ"));
        given().contentType(JSON)
                .body(padded + " ")
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].message", equalTo("The request has body size 1048577; at most 1048576 is allowed"))
                .body(
                        "errors[0].extensions",
                        equalTo(Map.of(
                                "code",
                                "LIMIT_EXCEEDED",
                                "limit",
                                "body-size",
                                "allowed",
                                MEBIBYTE,
                                "value",
                                MEBIBYTE + 1)));
    }

    @Test
    void selectsOperationByName() {
        String document = "query A { nation(code: \"KAZ\") { code } } query B { nation(code: \"IND\") { code } }";
        operation(document, "B").statusCode(200).body("data.nation.code", equalTo("IND"));
        for (String name : new String[] {"C", "", null}) {
            operation(document, name)
                    .statusCode(400)
                    .body("errors", hasSize(1))
                    .body("errors[0].extensions.code", equalTo("OPERATION_RESOLUTION_FAILURE"))
                    .body(
                            "errors[0].message",
                            containsString("C".equals(name) ? "'C'" : "Must provide operation name"));
        }
        operation("query A { nation(code: \"KAZ\") { code } }", "").body("data.nation.code", equalTo("KAZ"));
    }

    private static ValidatableResponse operation(String document, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("query", document));
        body.put("operationName", name);
        return given().contentType(JSON)
                .accept(GRAPHQL)
                .body(body)
                .post("/graphql")
                .then();
    }

    private static ValidatableResponse ask(String accepted, String body) {
        RequestSpecification request = given().contentType(JSON).header("Accept", accepted);
        return request.body(body).post("/graphql").then();
    }

    private static ValidatableResponse refused(Response response, int status, String message) {
        return response.then()
                .statusCode(status)
                .body("errors", hasSize(1))
                .body("errors[0].message", containsString(message))
                .body("errors[0].extensions", equalTo(Map.of("code", "BAD_REQUEST")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(endpoint)
                                .POST(HttpRequest.BodyPublishers.ofString(GOOD))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
