package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.bluehelmets.testsupport.RawConnection;
import org.bluehelmets.testsupport.RawConnection.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants of requests: compressed bodies, headers in several lines, URLs that are not percent-encoded. */
@QuarkusTest
class RequestFormsTest {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int MEBIBYTE = 1 << 20;
    private static final String JSON = "Content-Type: application/json";
    private static final String GOOD = "{\"query\": \"{ nation(code: \\\"KAZ\\\") { code } }\"}";
    private static final String ANSWER = "{\"data\":{\"nation\":{\"code\":\"KAZ\"}}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private RawConnection http;

    @BeforeEach
    void connect() {
        http = new RawConnection(endpoint.getHost(), endpoint.getPort(), PATIENCE_MILLIS);
    }

    @AfterEach
    void disconnect() throws IOException {
        http.close();
    }

    // --- Content-Encoding ---

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip             | Content-Encoding: gzip
            gzip             | content-encoding: GZIP
            gzip             | Content-Encoding: x-gzip
            gzip             | Content-Encoding: identity, gzip
            zlib             | Content-Encoding: deflate
            deflate          | Content-Encoding: deflate
            gzip gzip        | Content-Encoding: gzip, gzip
            zlib gzip        | Content-Encoding: deflate, gzip
            zlib gzip        | Content-Encoding: deflate; Content-Encoding: gzip
            identity         | Content-Encoding: identity
            identity         | Content-Encoding:
            """)
    void decompressesBodies(String codings, String headers) throws IOException {
        byte[] body = encoded(GOOD.getBytes(UTF_8), codings);
        assertAnswer(200, ANSWER, post(body, headers.split("; ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "gzip, br", "nope", "gzip, gzip, gzip, gzip"})
    void rejectsOtherEncodings(String encoding) throws IOException {
        Answer answer = post(GOOD.getBytes(UTF_8), "Content-Encoding: " + encoding);
        assertEquals(415, answer.status());
        assertEquals("gzip, deflate", answer.headers().get("accept-encoding"));
        assertTrue(text(answer).contains("Content-Encoding"), text(answer));
        assertTrue(text(answer).contains("BAD_REQUEST"), text(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "deflate", "gzip gzip"})
    void rejectsBodiesThatAreTooLargeWhenDecompressed(String codings) throws IOException {
        String header =
                "Content-Encoding: " + codings.replace("zlib", "deflate").replace(" ", ", ");
        byte[] padded = Arrays.copyOf(GOOD.getBytes(UTF_8), MEBIBYTE);
        Arrays.fill(padded, GOOD.length(), MEBIBYTE, (byte) ' ');
        assertAnswer(200, ANSWER, post(encoded(padded, codings), header));
        byte[] bomb = encoded(new byte[64 * MEBIBYTE], codings);
        Answer refused = post(bomb, header);
        assertEquals(413, refused.status());
        assertEquals(
                "{\"errors\":[{\"message\":\"The request has body size 1048577; at most 1048576 is allowed\",",
                text(refused).substring(0, text(refused).indexOf("\"extensions")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void rejectsBodiesThatDoNotMatchContentEncoding(String encoding) throws IOException {
        byte[] whole = encoded(GOOD.getBytes(UTF_8), encoding);
        for (byte[] body : List.of(GOOD.getBytes(UTF_8), Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Answer answer = post(body, "Content-Encoding: " + encoding);
            assertEquals(400, answer.status(), () -> text(answer));
            assertTrue(text(answer).contains("BAD_REQUEST"), text(answer));
        }
    }

    /** @param codings in the order of application */
    private static byte[] encoded(byte[] text, String codings) throws IOException {
        byte[] encoded = text;
        for (String coding : codings.split(" ")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            OutputStream encoder =
                    switch (coding) {
                        case "gzip" -> new GZIPOutputStream(bytes);
                        case "zlib" -> new DeflaterOutputStream(bytes);
                        case "deflate" -> new DeflaterOutputStream(bytes, new Deflater(6, true));
                        default -> bytes;
                    };
            encoder.write(encoded);
            encoder.close();
            encoded = bytes.toByteArray();
        }
        return encoded;
    }

    // --- Headers in several lines ---

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | Accept: text/html; Accept: application/json
            200 | Accept: text/html; Accept: */*
            406 | Accept: text/html; Accept: image/png
            200 | Content-Type: application/json
            415 | Content-Type: text/plain
            400 | Authorization: Bearer one; Authorization: Bearer two
            200 | Authorization: Basic x; Authorization: Basic x
            400 | Idempotency-Key: one; Idempotency-Key: two
            400 | Origin: https://one.example; Origin: https://two.example
            200 | Accept-Encoding: gzip; Accept-Encoding: identity
            200 | If-None-Match: "a"; If-None-Match: W/"b", "c"
            """)
    void readsAllLinesOfAHeader(int status, String headers) throws IOException {
        Answer answer = post(GOOD.getBytes(UTF_8), headers.split("; "));
        assertEquals(status, answer.status(), () -> text(answer));
        assertTrue(text(answer).startsWith(status == 200 ? "{\"data\"" : "{\"errors\""), text(answer));
    }

    @Test
    void selectsPreferredMediaTypeFromAllLines() throws IOException {
        Answer answer = post(
                GOOD.getBytes(UTF_8), "Accept: application/json;q=0.1", "Accept: application/graphql-response+json");
        assertEquals(
                "application/graphql-response+json; charset=utf-8",
                answer.headers().get("content-type"));
    }

    // --- Members of a request ---

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | "operationName": ""
            200 | "operationName": null
            200 | "variables": null
            200 | "variables": {}
            200 | "extensions": null
            200 | "extensions": {}
            200 | "extensions": {"persistedQuery": null}
            200 | "extensions": {"other": 5}
            200 | "documentId": null
            200 | "documentId": ""
            200 | "unknown": [1]
            400 | "variables": ""
            400 | "variables": []
            400 | "extensions": ""
            400 | "extensions": {"persistedQuery": {}}
            400 | "extensions": {"persistedQuery": ""}
            400 | "extensions": {"persistedQuery": {"version": 1}}
            400 | "extensions": {"persistedQuery": {"version": 1, "sha256Hash": ""}}
            400 | "extensions": {"persistedQuery": {"version": 1, "sha256Hash": null}}
            400 | "operationName": 5
            """)
    void acceptsEmptyNullOrAbsentMembers(int status, String member) throws IOException {
        String body = GOOD.substring(0, GOOD.length() - 1) + ", " + member + "}";
        Answer answer = post(body.getBytes(UTF_8));
        assertEquals(status, answer.status(), () -> text(answer));
        if (status == 200) {
            assertEquals(ANSWER, text(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({"5", "100000"})
    void reportsExceededJsonLimit(int length) throws IOException {
        Answer answer = post(("{\"query\": \"{ __typename }\", \"" + "n".repeat(length) + "\": 1}").getBytes(UTF_8));
        assertEquals(length < 50_000 ? 200 : 400, answer.status());
        if (length > 50_000) {
            assertTrue(
                    text(answer).contains("its name length is 100000; at most 50000 is allowed")
                            || text(answer).matches(".*its name length is \\d+; at most 50000 is allowed.*"),
                    text(answer));
        }
    }

    // --- URLs ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query={nation(code:\"KAZ\"){code}}",
                "/graphql?query={nation(code:%22KAZ%22){code}}",
                "/graphql?query={+nation(code:\"KAZ\")+{+code+}+}",
                "/graphql?query=%7Bnation(code:%22KAZ%22)%7Bcode%7D%7D",
                "/graphql/?query={nation(code:\"KAZ\"){code}}",
                "/graphql?query=query($c:String!){nation(code:$c){code}}&variables={\"c\":\"KAZ\"}",
                "/graphql?query={nation(code:\"KAZ\"){code}}&variables={\"c\":\"a|b^c`d\\\\<e>[f]\"}",
                "/graphql?query={nation(code:\"KAZ\"){code}}%23|comment",
                "/graphql?query={nation(code:\"KAZ\"){code}}&variables=null&extensions=null&operationName=",
                "/graphql?query={nation(code:\"KAZ\"){code}}&variables=&extensions=&operationName=&documentId=",
                "/graphql?&query={nation(code:\"KAZ\"){code}}&&utm_source=x"
            })
    void acceptsUnencodedUrls(String address) throws IOException {
        assertAnswer(200, ANSWER, get(address));
    }

    @Test
    void acceptsUnencodedNonAsciiUrls() throws IOException {
        byte[] request =
                "GET /graphql?query={search(text:\"C\u00f4te\"){...on%20Nation{code}}} HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(UTF_8);
        Answer answer = http.send(request);
        assertEquals(200, answer.status());
        assertTrue(text(answer).contains("\"CIV\""), text(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql?query=%", "/graphql?query=%zz", "/graphql?query={__typename}%2", "/q/health%"})
    void reportsInvalidPercentEncoding(String address) throws IOException {
        Answer answer = get(address);
        assertEquals(400, answer.status());
        assertTrue(text(answer).contains("The URL is not percent-encoded"), text(answer));
    }

    @Test
    void rejectsUrlsAboveLimit() throws IOException {
        String start = "/graphql?query=%7B__typename%7D&x=";
        assertEquals(200, get(start + "x".repeat(16_384 - start.length())).status());
        Answer answer = get(start + "x".repeat(20_000 - start.length()));
        assertEquals(414, answer.status());
        assertTrue(text(answer).contains("The request has url length 20000; at most 16384 is allowed"), text(answer));
    }

    @Test
    void acceptsUnencodedUrlsOfOtherPaths() throws IOException {
        assertEquals(200, get("/graphiql/?query={nations{nodes{code}}}").status());
        assertEquals(200, get("/graphql/schema.graphql?x={}").status());
        assertEquals(400, get("/exports/contributions.csv?{}").status());
    }

    // --- Methods ---

    @Test
    void respondsToEveryMethodOnEveryPath() throws IOException {
        List<String> failures = new ArrayList<>();
        Set<String> silent = Set.of("HEAD");
        for (String path : List.of(
                "/",
                "/graphql",
                "/graphql/",
                "/graphql/schema.graphql",
                "/graphql/nope",
                "/graphiql",
                "/graphiql/",
                "/graphiql/render.js",
                "/imports",
                "/imports/contributions",
                "/exports/contributions.csv",
                "/backup",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/metrics",
                "/q/nope",
                "/nope")) {
            for (String method : List.of(
                    "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO", "get")) {
                Answer answer = http.send(RawConnection.request(method, path, List.of(), new byte[0]));
                boolean explained = answer.status() != 405
                        || !path.startsWith("/graphql")
                        || answer.headers().containsKey("allow")
                                && (silent.contains(method) || text(answer).startsWith("{\"errors\""));
                if (answer.status() >= 500 || !explained) {
                    failures.add(method + " " + path + " " + answer.status());
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void respondsToHeadOfSchema() throws IOException {
        Answer answer = http.send(RawConnection.request("HEAD", "/graphql/schema.graphql", List.of(), new byte[0]));
        assertEquals(200, answer.status());
        assertEquals("text/plain; charset=utf-8", answer.headers().get("content-type"));
    }

    // --- GraphiQL ---

    @Test
    void graphiqlUsesRelativePath() throws IOException {
        Answer page = get("/graphiql?query=x");
        assertEquals(302, page.status());
        assertEquals("graphiql/?query=x", page.headers().get("location"));
        String script = text(get("/graphiql/render.js"));
        assertTrue(script.contains("new URL('../graphql', window.location.href)"), script);
        assertNotNull(get("/graphiql/").headers().get("content-type"));
    }

    private Answer get(String target) throws IOException {
        return http.send(RawConnection.request("GET", target, List.of(), new byte[0]));
    }

    private Answer post(byte[] body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(JSON));
        all.addAll(List.of(headers));
        return http.send(RawConnection.request("POST", "/graphql", all, body));
    }

    private static void assertAnswer(int status, String body, Answer answer) {
        assertEquals(status, answer.status(), () -> text(answer));
        assertEquals(body, text(answer));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), UTF_8);
    }
}
