package org.bluehelmets.observability;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.answer;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.ExternalServices;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Scrape;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of requests. */
@QuarkusTest
@TestProfile(ExternalServices.class)
class RequestMetricsTest {

    private static final String NATION = "NationByCode";
    private static final Map<String, String> KAZ = Map.of("code", "KAZ");

    /** The labels anonymous, unknown and other. */
    private static final int RESERVED_LABELS = 3;

    @Test
    void countsRequestByOperationAndOutcome() {
        stored(NATION, KAZ);
        Scrape before = new Scrape();
        stored(NATION, KAZ);
        stored(NATION, KAZ);
        Scrape after = new Scrape();

        String operation = "operation=\"NationByCode\"";
        assertEquals(2, after.requests(NATION, "ok") - before.requests(NATION, "ok"));
        for (String meter : List.of("duration_seconds", "statements", "cost")) {
            String name = "graphql_request_" + meter;
            assertEquals(2, after.value(name + "_count", operation) - before.value(name + "_count", operation), name);
            assertTrue(after.value(name + "_sum", operation) > before.value(name + "_sum", operation), name);
        }
        String bucket = "graphql_request_duration_seconds_bucket";
        for (String bound : List.of("0.001", "0.1", "10.0", "+Inf")) {
            String le = "le=\"%s\"".formatted(bound);
            assertTrue(after.text().contains(bucket + "{" + operation + "," + le), () -> after.text());
        }
        assertEquals(2, after.value(bucket, operation, "le=\"+Inf\"") - before.value(bucket, operation, "le=\"+Inf\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    anonymous | ok                        | { __typename }
                    anonymous | BAD_USER_INPUT            | { node(id: "x") { id } }
                    anonymous | LIMIT_EXCEEDED            | { nations(first: 100) { nodes { battalions(first: 100) { nodes { personnelCounts(first: 100) { nodes { id } } } } } } }
                    unknown   | GRAPHQL_PARSE_FAILED      | {
                    unknown   | GRAPHQL_VALIDATION_FAILED | { nope }
                    """)
    void countsOutcome(String operation, String outcome, String document) {
        double before = new Scrape().requests(operation, outcome);
        answer(document, Map.of());
        assertEquals(1, new Scrape().requests(operation, outcome) - before);
    }

    @Test
    void countsMalformedRequests() {
        double before = new Scrape().requests("unknown", "BAD_REQUEST");
        given().contentType("text/plain").body("{}").post("/graphql").then().statusCode(415);
        given().contentType("application/json")
                .body("x")
                .post("/graphql")
                .then()
                .statusCode(400);
        given().delete("/graphql").then().statusCode(405);
        assertEquals(3, new Scrape().requests("unknown", "BAD_REQUEST") - before);
    }

    @Test
    void countsNotModified() {
        String query = "{ nation(code: \"KAZ\") { name } }";
        String etag = given().queryParam("query", query).get("/graphql").header("ETag");
        double before = new Scrape().requests("anonymous", "not-modified");
        given().queryParam("query", query)
                .header("If-None-Match", etag)
                .get("/graphql")
                .then()
                .statusCode(304);
        assertEquals(1, new Scrape().requests("anonymous", "not-modified") - before);
    }

    /** Many different names do not exhaust memory, and do not displace known operations. */
    @Test
    void limitsOperationLabels() {
        String longest = "L".repeat(OperationLabelLimiter.MAX_LENGTH);
        data("query %s { __typename }".formatted(longest));
        double others = new Scrape().requests("other", "ok");
        data("query %sL { __typename }".formatted(longest));
        data("query anonymous { __typename }");
        assertEquals(2, new Scrape().requests("other", "ok") - others);
        int untrusted = OperationLabelLimiter.MAX_UNTRUSTED + 20;
        for (int i = 0; i < untrusted; i++) {
            data("query Name%d { __typename }".formatted(i));
        }
        stored("MissionList");

        Scrape after = new Scrape();
        List<String> names = after.values("operation");
        long stored = names.stream().filter(RequestMetricsTest::isStored).count();
        assertTrue(
                names.size() - stored <= OperationLabelLimiter.MAX_UNTRUSTED + RESERVED_LABELS,
                () -> names.size() + " names: " + names);
        assertTrue(names.contains(longest), () -> "" + names);
        assertFalse(names.contains(longest + "L"), () -> "" + names);
        assertEquals(1, after.requests("MissionList", "ok"));
        double counted = after.requests("other", "ok") - others - 2;
        assertTrue(counted >= untrusted - OperationLabelLimiter.MAX_UNTRUSTED, () -> counted + " others");
    }

    private static boolean isStored(String name) {
        try {
            Client.document(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void countsLookupsOfPreparedDocuments() {
        String document = "{ nation(code: \"KAZ\") { code } } # " + System.nanoTime();
        Scrape before = new Scrape();
        data(document);
        Scrape once = new Scrape();
        data(document);
        Scrape twice = new Scrape();
        assertEquals(List.of(0.0, 1.0), lookups("documents", before, once));
        assertEquals(List.of(1.0, 0.0), lookups("documents", once, twice));
    }

    @Test
    void countsLookupsOfPersistedDocuments() {
        Scrape before = new Scrape();
        given().queryParam("documentId", "sha256:nobody's").get("/graphql");
        Scrape unknown = new Scrape();
        String hash = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"nobody's\"}}";
        given().queryParam("extensions", hash).get("/graphql");
        Scrape twice = new Scrape();
        assertEquals(List.of(0.0, 1.0), lookups("persisted-documents", before, unknown));
        assertEquals(List.of(0.0, 1.0), lookups("persisted-documents", unknown, twice));
    }

    private static List<Double> lookups(String cache, Scrape before, Scrape after) {
        String label = "cache=\"%s\"".formatted(cache);
        String name = "cache_gets_total";
        return List.of("result=\"hit\"", "result=\"miss\"").stream()
                .map(result -> after.value(name, label, result) - before.value(name, label, result))
                .toList();
    }

    /** The count includes the statement that reads the version of the data. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1 | { __typename }
                    2 | { nations { nodes { name } } }
                    4 | { personnelCounts(first: 2) { nodes { source { title } nation { name } } } }
                    """)
    void countsStatements(int expected, String document) {
        new Rows().change();
        Scrape before = new Scrape();
        data(document);
        assertEquals(expected, statements(before, new Scrape()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ nation(code: \"KAZ\") { name battalions { totalCount nodes { nations { name } mission { name } } } } }",
                "{ nations(first: 5) { nodes { strength(on: \"2020-01-31\") { total } } } contributors { totalCount nodes { name } } }"
            })
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void countsAllStatements(String document) {
        Scrape before = new Scrape();
        List<String> sent = Statements.of(() -> data(document));
        assertEquals(sent.size() + 1, statements(before, new Scrape()), () -> String.join("\n", sent));
    }

    private static double statements(Scrape before, Scrape after) {
        String name = "graphql_request_statements_sum";
        String operation = "operation=\"anonymous\"";
        return after.value(name, operation) - before.value(name, operation);
    }

    @Test
    void exposesConnectionPoolAndJvm() {
        Scrape scrape = new Scrape();
        data("{ nations { nodes { name } } }");
        String pool = "datasource=\"default\"";
        assertTrue(scrape.value("agroal_max_used_count", pool) >= 1, scrape.text());
        for (String name : List.of("agroal_active_count", "agroal_awaiting_count", "jvm_memory_used_bytes")) {
            assertTrue(scrape.text().contains("\n" + name), scrape.text());
        }
    }
}
