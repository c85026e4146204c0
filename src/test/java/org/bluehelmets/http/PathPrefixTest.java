package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A root path behind a proxy whose headers are trusted. */
@QuarkusTest
@TestProfile(PathPrefixTest.Prefixed.class)
class PathPrefixTest {

    public static class Prefixed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.root-path", "/peace",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true",
                    "quarkus.http.proxy.enable-forwarded-prefix", "true");
        }
    }

    private static final int PATIENCE_MILLIS = 60_000;

    @TestHTTPResource("/")
    URI root;

    /** Paths relative to the root of the server. */
    private static RequestSpecification at() {
        return given().basePath("/").redirects().follow(false);
    }

    @ParameterizedTest
    @CsvSource({
        "/peace/graphql/schema.graphql, 200",
        "/peace/graphql?query=%7B__typename%7D, 200",
        "/peace/graphiql/, 200",
        "/peace/graphiql/render.js, 200",
        "/peace/exports/contributions.csv, 200",
        "/peace/q/health/ready, 200",
        "/peace/q/metrics, 200",
        "/graphql, 404",
        "/graphiql/, 404",
        "/q/health/ready, 404"
    })
    void servesAllPathsBelowRootPath(String path, int status) {
        at().urlEncodingEnabled(false).get(path).then().statusCode(status);
    }

    @Test
    void acceptsUnencodedUrls() throws Exception {
        try (RawConnection http = connection()) {
            RawConnection.Answer answer = http.send(RawConnection.request(
                    "GET",
                    "/peace/graphql?query={nation(code:\"KAZ\"){code}}",
                    List.of("X-Forwarded-Prefix: /outer"),
                    new byte[0]));
            assertEquals(200, answer.status());
            assertEquals("{\"data\":{\"nation\":{\"code\":\"KAZ\"}}}", new String(answer.body()));
        }
    }

    @Test
    void graphiqlUsesRelativePath() {
        at().header("X-Forwarded-Prefix", "/outer")
                .get("/peace/graphiql")
                .then()
                .statusCode(302)
                .header("Location", equalTo("graphiql/"));
        at().get("/peace/graphiql/render.js")
                .then()
                .body(containsString("new URL('../graphql', window.location.href)"));
    }

    /** The origin must match X-Forwarded-Host, not Host. */
    @ParameterizedTest
    @CsvSource({
        "https://peace.example.org, peace.example.org, https, 101",
        "https://peace.example.org, peace.example.org:443, https, 101",
        "https://peace.example.org:8443, peace.example.org:8443, https, 101",
        "https://elsewhere.example.org, peace.example.org, https, 403",
        "null, peace.example.org, https, 403"
    })
    void acceptsWebSocketsFromOriginOfProxy(String origin, String host, String scheme, int status) throws IOException {
        try (RawConnection http = connection()) {
            RawConnection.Answer answer = http.send(RawConnection.request(
                    "GET",
                    "/peace/graphql",
                    List.of(
                            "Origin: " + origin,
                            "X-Forwarded-Host: " + host,
                            "X-Forwarded-Proto: " + scheme,
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                            "Sec-WebSocket-Protocol: something-else",
                            "Sec-WebSocket-Protocol: graphql-transport-ws"),
                    new byte[0]));
            assertEquals(status, answer.status());
        }
    }

    private RawConnection connection() {
        return new RawConnection(root.getHost(), root.getPort(), PATIENCE_MILLIS);
    }
}
