package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries by GET. */
@QuarkusTest
class GetTest {

    private static final String QUERY =
            "query A($code: String!) { nation(code: $code) { code } } query B { __typename }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void executesQuery() {
        ask("{ nation(code: \"KAZ\") { code } }").statusCode(200).body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void readsVariablesAndOperationName() {
        given().queryParam("query", QUERY)
                .queryParam("operationName", "A")
                .queryParam("variables", "{\"code\": \"IND\"}")
                .get("/graphql")
                .then()
                .body("data.nation.code", equalTo("IND"));
        given().queryParam("query", QUERY)
                .queryParam("operationName", "B")
                .get("/graphql")
                .then()
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void treatsEmptyParametersAsAbsent() {
        given().queryParam("query", "{ __typename }")
                .queryParam("operationName", "")
                .queryParam("variables", "")
                .queryParam("extensions", "")
                .get("/graphql")
                .then()
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void decodesPercentAndPlusSigns() {
        given().queryParam("query", "# 100 % + more\n query($t: String!) { search(text: $t) { __typename } }")
                .queryParam("variables", "{\"t\": \"100 % + é\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.search", hasSize(0));
    }

    /** Uses a socket, because HTTP clients do not send such URLs. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "%7", "%zz", "%ff%fe"})
    void rejectsInvalidPercentEncoding(String query) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.getOutputStream()
                    .write("GET /graphql?query=%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(query)
                            .getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.matches("(?s)HTTP/1.1 (400 .*|200 .*GRAPHQL_PARSE_FAILED).*"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query=                                  | GRAPHQL_PARSE_FAILED | syntax
            x=y                                     | BAD_REQUEST          | a string "query"
            query={__typename}&query={__typename}   | BAD_REQUEST          | "query" must be given once
            query={__typename}&variables=x          | BAD_REQUEST          | "variables" is not valid JSON
            query={__typename}&variables=5          | BAD_REQUEST          | "variables" must be an object
            query={__typename}&extensions=[]        | BAD_REQUEST          | "extensions" must be an object
            """)
    void rejectsInvalidParameters(String parameters, String code, String message) {
        RequestSpecification request = given();
        for (String parameter : parameters.split("&")) {
            String[] parts = parameter.split("=", 2);
            request.queryParam(parts[0], parts[1]);
        }
        request.accept("application/json, application/graphql-response+json;q=0.9")
                .get("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void rejectsMutations() {
        ask("mutation { __typename }").body("errors.size()", equalTo(1));
    }

    private static ValidatableResponse ask(String query) {
        return given().queryParam("query", query).get("/graphql").then();
    }
}
