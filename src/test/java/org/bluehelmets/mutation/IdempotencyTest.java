package org.bluehelmets.mutation;

import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.document;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.editor;
import static org.bluehelmets.testsupport.Editor.response;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a repeated request with the same Idempotency-Key gets the first response and changes nothing. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class IdempotencyTest {

    private final Rows rows = new Rows();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void addTestSource() {
        cleanUp();
        addSource("t-paper");
    }

    @AfterEach
    void cleanUp() {
        rows.clearCurated();
    }

    private static Map<String, Object> count(String asOf) {
        return Map.of(
                "input", Map.of("source", "t-paper", "category", "ALL", "total", 3, "status", "PLANNED", "asOf", asOf));
    }

    private static Response record(String key, String asOf) {
        return response(editor().header("Idempotency-Key", key), "PersonnelCountRecord", count(asOf));
    }

    private static int totalCount() {
        return data("{ source(key: \"t-paper\") { personnelCounts { totalCount } } }")
                .getInt("source.personnelCounts.totalCount");
    }

    @Test
    void repeatedRequestGetsFirstResponse() {
        String first = record(key, "2030").then().statusCode(200).extract().asString();
        String id = JsonPath.from(first).getString("data.personnelCountRecord.personnelCount.id");
        done("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", Map.of("total", 4, "reason", "r")));

        assertEquals(first, record(key, "2030").then().statusCode(200).extract().asString());
        assertEquals(1, totalCount());
    }

    /** A client that has corrected its input must send a new key. */
    @Test
    void repeatedRequestGetsStoredUserErrors() {
        String id = done("PersonnelCountRecord", count("2030")).getString("personnelCount.id");
        String rejected = record(key, "2030").asString();
        assertEquals("DUPLICATE", JsonPath.from(rejected).getString("data.personnelCountRecord.userErrors[0].code"));
        done("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "r"));

        assertEquals(rejected, record(key, "2030").asString());
        assertEquals(0, totalCount());
    }

    @Test
    void rejectsKeyOfDifferentRequest() {
        record(key, "2030");
        record(key, "2031")
                .then()
                .statusCode(422)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].message", containsString("Idempotency-Key"));
        assertEquals(1, totalCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "é"})
    void rejectsInvalidKeys(String text) {
        record(text, "2030").then().statusCode(400);
        record("k".repeat(201), "2030").then().statusCode(400);
        assertEquals(0, totalCount());
    }

    @Test
    void executesConcurrentRequestsWithSameKeyOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<String>> responses = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                responses.add(threads.submit(() ->
                        record(key, "2030").then().statusCode(200).extract().asString()));
            }
            HashSet<String> distinct = new HashSet<>();
            for (Future<String> response : responses) {
                distinct.add(response.get());
            }
            assertEquals(1, distinct.size());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, totalCount());
    }

    @Test
    void executesRepeatedRequestWithoutKeyAgain() {
        response(editor(), "PersonnelCountRecord", count("2030"));
        assertEquals(
                "DUPLICATE",
                response(editor(), "PersonnelCountRecord", count("2030"))
                        .jsonPath()
                        .getString("data.personnelCountRecord.userErrors[0].code"));
    }

    /** The key remains usable. */
    @Test
    void rollsBackIfResponseHasErrors() {
        String tooMany = document("PersonnelCountRecord")
                .replace("source { key }", "source { key personnelCounts(first: 101) { totalCount } }");
        editor().header("Idempotency-Key", key)
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", tooMany, "variables", count("2030")))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("data", nullValue());
        assertEquals(0, totalCount());
        record(key, "2030").then().statusCode(200);
        assertEquals(1, totalCount());
    }

    /** The response is stored in the transaction of the mutation. */
    @Test
    void rollsBackIfResponseCannotBeStored() {
        rows.update("alter table idempotency_record rename to idempotency_record_away");
        try {
            record(key, "2030").then().statusCode(500).body("errors[0].extensions.code", equalTo("INTERNAL"));
        } finally {
            rows.update("alter table idempotency_record_away rename to idempotency_record");
        }
        assertEquals(0, totalCount());
        record(key, "2030").then().statusCode(200);
        assertEquals(1, totalCount());
    }

    @Test
    void deletesResponsesAfterRetention() {
        record(key, "2030");
        rows.update("update idempotency_record set created_at = created_at - interval '25' hour");
        record(UUID.randomUUID().toString(), "2031");
        assertEquals(1, rows.column("select idempotency_key from idempotency_record").length);
    }
}
