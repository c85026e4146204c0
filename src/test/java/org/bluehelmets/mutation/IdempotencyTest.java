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

/** A request that comes again with the same Idempotency-Key gets the first answer and changes nothing. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class IdempotencyTest {

    private final Rows rows = new Rows();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void makeSource() {
        clear();
        addSource("t-paper");
    }

    @AfterEach
    void clear() {
        rows.clearCurated();
    }

    private static Map<String, Object> figure(String asOf) {
        return Map.of(
                "input", Map.of("source", "t-paper", "category", "ALL", "total", 3, "status", "PLANNED", "asOf", asOf));
    }

    private static Response record(String key, String asOf) {
        return response(editor().header("Idempotency-Key", key), "PersonnelCountRecord", figure(asOf));
    }

    private static int figures() {
        return data("{ source(key: \"t-paper\") { personnelCounts { totalCount } } }")
                .getInt("source.personnelCounts.totalCount");
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        String first = record(key, "2030").then().statusCode(200).extract().asString();
        String id = JsonPath.from(first).getString("data.personnelCountRecord.personnelCount.id");
        done("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", Map.of("total", 4, "reason", "r")));

        assertEquals(first, record(key, "2030").then().statusCode(200).extract().asString());
        assertEquals(1, figures());
    }

    /** What was wrong the first time stays so: who has mended it sends another key. */
    @Test
    void faultsAreAnswersToo() {
        String id = done("PersonnelCountRecord", figure("2030")).getString("personnelCount.id");
        String refused = record(key, "2030").asString();
        assertEquals("DUPLICATE", JsonPath.from(refused).getString("data.personnelCountRecord.userErrors[0].code"));
        done("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "r"));

        assertEquals(refused, record(key, "2030").asString());
        assertEquals(0, figures());
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        record(key, "2030");
        record(key, "2031")
                .then()
                .statusCode(422)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].message", containsString("Idempotency-Key"));
        assertEquals(1, figures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "é"})
    void whatIsNoKeyIsRefused(String text) {
        record(text, "2030").then().statusCode(400);
        record("k".repeat(201), "2030").then().statusCode(400);
        assertEquals(0, figures());
    }

    @Test
    void thirtyTwoAtOnceAreOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                answers.add(threads.submit(() ->
                        record(key, "2030").then().statusCode(200).extract().asString()));
            }
            HashSet<String> different = new HashSet<>();
            for (Future<String> answer : answers) {
                different.add(answer.get());
            }
            assertEquals(1, different.size());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, figures());
    }

    /** Without a key each request is one of its own. */
    @Test
    void withoutAKeyARepeatedRequestIsExecutedAgain() {
        response(editor(), "PersonnelCountRecord", figure("2030"));
        assertEquals(
                "DUPLICATE",
                response(editor(), "PersonnelCountRecord", figure("2030"))
                        .jsonPath()
                        .getString("data.personnelCountRecord.userErrors[0].code"));
    }

    /** Whoever asks for what cannot be answered has not changed anything, and may ask again with the key. */
    @Test
    void whereTheAnswerHasErrorsNothingIsChanged() {
        String tooMany = document("PersonnelCountRecord")
                .replace("source { key }", "source { key personnelCounts(first: 101) { totalCount } }");
        editor().header("Idempotency-Key", key)
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", tooMany, "variables", figure("2030")))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("data", nullValue());
        assertEquals(0, figures());
        record(key, "2030").then().statusCode(200);
        assertEquals(1, figures());
    }

    /** The answer and what it tells are one transaction. */
    @Test
    void whereTheAnswerCannotBeKeptNothingIsChanged() {
        rows.update("alter table idempotency_record rename to idempotency_record_away");
        try {
            record(key, "2030").then().statusCode(500).body("errors[0].extensions.code", equalTo("INTERNAL"));
        } finally {
            rows.update("alter table idempotency_record_away rename to idempotency_record");
        }
        assertEquals(0, figures());
        record(key, "2030").then().statusCode(200);
        assertEquals(1, figures());
    }

    @Test
    void oldAnswersAreForgotten() {
        record(key, "2030");
        rows.update("update idempotency_record set created_at = created_at - interval '25' hour");
        record(UUID.randomUUID().toString(), "2031");
        assertEquals(1, rows.column("select idempotency_key from idempotency_record").length);
    }
}
