package org.bluehelmets;

import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Replica.correction;
import static org.bluehelmets.testsupport.Replica.recording;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Replica;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever outgrows H2 takes everything along, by a backup that is restored into PostgreSQL, and may go back by another.
 * {@code -Dh2.app=} names the directory of a jar that was built for H2.
 */
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "it goes from H2 to PostgreSQL, and back")
class CarriedOverIT {

    /** What a text in a file may stumble over. */
    private static final String NOTE = "a \"note\", of\r\ntwo lines; 日本 😀 \\N";

    private static final List<String> EVERYTHING = List.of(
            """
            { source(key: "%s") { title personnelCounts(first: 50) { nodes {
              id version total women men asOf { text precision } note
              history { version change changedAt changedBy reason total }
            } } } }""".formatted(Replica.SOURCE),
            "{ nations(first: 100) { totalCount nodes { id name } } }",
            """
            { missions(first: 100) { nodes {
              acronym active headquarters location { latitude longitude } startedOn { text } endedOn { text } resolutions
            } } }""",
            """
            { battalions(first: 100) { nodes {
              name aliases tasks sector nations { code } positions { name } parent { name }
            } } }""",
            "{ deployments(first: 100) { nodes { id status rotation startsOn { text } note } } }",
            "{ milestones(first: 100) { nodes { title date { text } } } }",
            "{ personnelCounts(first: 100) { totalCount nodes { id total women men source { key } } } }");

    @TempDir
    static Path directory;

    private static Replica h2;
    private static Replica postgresql;

    @BeforeAll
    static void start() throws Exception {
        h2 = Replica.startH2(directory.resolve("h2"), TestDatabase.newFileUrl());
        postgresql = Replica.start(directory.resolve("postgresql"), TestDatabase.newUrl());
        h2.awaitReady();
        postgresql.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (Replica each :
                Stream.of(h2, postgresql).filter(each -> each != null).toList()) {
            each.close();
        }
    }

    private static void carry(Replica from, Replica to) {
        to.restore(from.backup()).then().statusCode(200);
    }

    private static String everything(Replica service) {
        String answers = EVERYTHING.stream()
                .map(query -> {
                    Response answer = service.get(query);
                    assertEquals(Set.of("data"), answer.jsonPath().getMap("$").keySet(), answer::asString);
                    return answer.asString();
                })
                .collect(Collectors.joining("\n"));
        return answers
                + service.request()
                        .get("/exports/contributions.csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
    }

    /** Records a figure that is planned for a year. Answers its id. */
    private static String record(Replica service, int year, String note) {
        Map<String, Object> input = new HashMap<>(Replica.figure(year));
        input.put("note", note);
        JsonPath payload = service.payload("PersonnelCountRecord", Map.of("input", input));
        assertEquals(List.of(), payload.getList("userErrors"));
        return payload.getString("personnelCount.id");
    }

    /** The versions of a figure, retracted or not, whose id clients have kept. */
    private static String history(Replica service, String id) {
        return service.get("{ node(id: \"%s\") { ... on PersonnelCount { note history { change changedAt } } } }"
                        .formatted(id))
                .asString();
    }

    /** Records some, from a year on: more than there may be gaps among keys. */
    private static void recordSome(Replica service, int from) {
        for (int year = from; year < from + 5; year++) {
            record(service, year, "of " + from);
        }
    }

    /** More than are read, or written, at once. */
    private static String reports() {
        Contributions file = Contributions.file();
        for (int month = 0; month < 220; month++) {
            for (String nation : List.of("KAZ", "IND", "NPL", "GHA", "ITA")) {
                for (String mission : List.of("UNIFIL", "UNMISS", "UNDOF", "MINURSO", "MINUSCA")) {
                    file.row(
                            nation,
                            mission,
                            "Troops",
                            1,
                            month,
                            "%d-%02d-28".formatted(2000 + month / 12, month % 12 + 1));
                }
            }
        }
        return file.text();
    }

    /** The answer to a mutation with an Idempotency-Key, for the first time or once more. */
    private static String recordOnce(Replica service) {
        return Editor.response(
                        service.editor().header("Idempotency-Key", "kept"), "PersonnelCountRecord", recording(2060))
                .asString();
    }

    @Test
    void everythingIsTakenAlong() {
        // both count from the same number: rows of H2 take the keys that PostgreSQL gave to others
        for (Replica each : List.of(h2, postgresql)) {
            each.addSource();
            recordSome(each, 2040);
        }
        String id = record(h2, 2050, NOTE);
        h2.payload("PersonnelCountCorrect", correction(id, 1, 7));
        String retracted = record(h2, 2051, "");
        h2.payload("PersonnelCountRetract", Map.of("id", retracted, "version", 1, "reason", "a test"));
        h2.editor()
                .contentType("text/csv")
                .body(reports())
                .post("/imports/contributions")
                .then()
                .statusCode(200);
        String first = recordOnce(h2);
        String before = everything(h2);
        String ofRetracted = history(h2, retracted);
        assertTrue(ofRetracted.contains("RETRACTED"), ofRetracted);
        assertTrue(before.contains("two lines; 日本"), before);
        assertNotEquals(before, everything(postgresql));

        try (LiveClient subscriber = postgresql.live()) {
            subscriber.subscribe("s", LiveClient.document("PersonnelCountChanged"), Map.of());
            await().until(() -> postgresql.counts("graphql_subscriptions 1.0"));
            carry(h2, postgresql);
            // what was changed elsewhere is no change here
            assertEquals(1012, subscriber.closingInSilence().code());
        }

        assertEquals(before, everything(postgresql));
        assertEquals(ofRetracted, history(postgresql, retracted));
        assertEquals(first, recordOnce(postgresql));
        // and it goes on from there
        assertEquals(
                8,
                postgresql
                        .payload("PersonnelCountCorrect", correction(id, 2, 8))
                        .getInt("personnelCount.total"));
        recordSome(postgresql, 2070);
        String after = everything(postgresql);
        assertNotEquals(before, after);

        carry(postgresql, h2);

        assertEquals(after, everything(h2));
        assertEquals(ofRetracted, history(h2, retracted));
        recordSome(h2, 2080);
    }
}
