package org.bluehelmets.live;

import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.correctInAnyCase;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.editor;
import static org.bluehelmets.testsupport.Editor.payload;
import static org.bluehelmets.testsupport.Editor.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the events that subscribers receive when editors change personnel counts. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
public class PersonnelCountSubscriptionTest {

    private static final String CHANGED = "PersonnelCountChanged";
    private static final int EDITORS = 16;

    private final Rows rows = new Rows();
    private LiveClient client;

    @BeforeEach
    void addTestSource() {
        rows.clearCurated();
        addSource("t-paper");
        client = LiveClient.ready();
    }

    @AfterEach
    void cleanUp() {
        client.close();
        rows.clearCurated();
        LiveClient.awaitUnderWay(0);
    }

    private static Map<String, Object> count(String asOf) {
        return new HashMap<>(Map.of(
                "source", "t-paper",
                "nation", "KAZ",
                "mission", "UNIFIL",
                "category", "TROOPS",
                "total", 122,
                "status", "DEPLOYED",
                "asOf", asOf));
    }

    private static String record(Map<String, Object> count) {
        return done("PersonnelCountRecord", Map.of("input", count)).getString("personnelCount.id");
    }

    private static void correct(String id, int version, int total) {
        done(
                "PersonnelCountCorrect",
                Map.of("id", id, "version", version, "input", Map.of("total", total, "reason", "a test")));
    }

    @Test
    void receivesEachNewVersion() {
        client.listen("s", CHANGED, Map.of());

        String id = record(count("2018-10"));
        correct(id, 1, 120);
        done("PersonnelCountRetract", Map.of("id", id, "version", 2, "reason", "a test"));

        JsonPath recorded = client.nextData("s");
        assertEquals(id, recorded.getString("personnelCountChanged.id"));
        assertEquals(1, recorded.getInt("personnelCountChanged.version"));
        assertEquals(122, recorded.getInt("personnelCountChanged.total"));
        assertEquals("2018-10", recorded.getString("personnelCountChanged.asOf.text"));
        assertEquals("KAZ", recorded.getString("personnelCountChanged.nation.code"));
        assertEquals("UNIFIL", recorded.getString("personnelCountChanged.mission.acronym"));
        assertEquals("A test", recorded.getString("personnelCountChanged.source.title"));
        assertEquals(List.of("RECORDED"), recorded.getList("personnelCountChanged.history.change"));
        JsonPath corrected = client.nextData("s");
        assertEquals(2, corrected.getInt("personnelCountChanged.version"));
        assertEquals(120, corrected.getInt("personnelCountChanged.total"));
        assertEquals(List.of("CORRECTED", "RECORDED"), corrected.getList("personnelCountChanged.history.change"));
        client.assertNothingMore();
    }

    @Test
    void receivesRetractionsOnRequest() {
        client.listen("s", CHANGED, Map.of("retracted", true));

        String id = record(count("2018-10"));
        done("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "a test"));

        assertEquals(1, client.nextData("s").getInt("personnelCountChanged.version"));
        JsonPath retracted = client.nextData("s");
        assertEquals(2, retracted.getInt("personnelCountChanged.version"));
        assertEquals("RETRACTED", retracted.getString("personnelCountChanged.history[0].change"));
    }

    @Test
    void filtersByNationAndMission() {
        client.listen("kaz", CHANGED, Map.of("nation", "kaz"));
        client.listen("both", CHANGED, Map.of("nation", "KAZ", "mission", "unifil"));
        client.listen("minusma", CHANGED, Map.of("mission", "MINUSMA"));

        Map<String, Object> india = count("2018-10");
        india.put("nation", "IND");
        record(india);
        Map<String, Object> withoutSubject = count("2018-10");
        withoutSubject.remove("nation");
        withoutSubject.remove("mission");
        record(withoutSubject);
        Map<String, Object> elsewhere = count("2018-10");
        elsewhere.put("mission", "MINUSMA");
        record(elsewhere);
        record(count("2018-11"));

        Map<String, List<String>> received = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            JsonPath message = client.next();
            received.computeIfAbsent(message.getString("id"), id -> new ArrayList<>())
                    .add(message.getString("payload.data.personnelCountChanged.mission.acronym"));
        }
        assertEquals(
                Map.of("kaz", List.of("MINUSMA", "UNIFIL"), "both", List.of("UNIFIL"), "minusma", List.of("MINUSMA")),
                received);
        client.assertNothingMore();
    }

    @Test
    void rejectsUnknownNationsAndMissions() {
        client.subscribe("n", LiveClient.document(CHANGED), Map.of("nation", "XYZ"));
        assertEquals("BAD_USER_INPUT", client.nextError("n"));
        client.subscribe("m", LiveClient.document(CHANGED), Map.of("mission", "NOWHERE"));
        assertEquals("BAD_USER_INPUT", client.nextError("m"));
    }

    @Test
    void publishesNoEventForRolledBackOrInvalidMutations() {
        client.listen("s", CHANGED, Map.of());

        String document = """
                mutation ($input: PersonnelCountRecordInput!, $cursor: String) {
                  personnelCountRecord(input: $input) {
                    personnelCount { source { personnelCounts(after: $cursor) { totalCount } } }
                  }
                }""";
        JsonPath failed = editor().contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", document, "variables", Map.of("input", count("2018-10"), "cursor", "none")))
                .post("/graphql")
                .jsonPath();
        assertNull(failed.get("data"));
        assertFalse(payload("PersonnelCountRecord", Map.of("input", count("2018-13")))
                .getList("userErrors")
                .isEmpty());

        String id = record(count("2018-11"));
        assertEquals(id, client.nextData("s").getString("personnelCountChanged.id"));
        client.assertNothingMore();
    }

    @Test
    void publishesOneEventForRepeatedIdempotencyKey() {
        client.listen("s", CHANGED, Map.of());

        for (int i = 0; i < 2; i++) {
            response(editor().header("Idempotency-Key", "live"), "PersonnelCountRecord", Map.of("input", count("2018")))
                    .then()
                    .statusCode(200);
        }

        client.nextData("s");
        client.assertNothingMore();
    }

    @Test
    void allSubscribersReceiveEventsInCommitOrder() throws Exception {
        client.listen("recorded", CHANGED, Map.of());
        String id = record(count("2018-10"));
        // PostgreSQL notifies of a commit later: no subscription below is to receive this one
        client.nextData("recorded");
        List<LiveClient> subscribers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
        try {
            for (int i = 0; i < 5; i++) {
                LiveClient subscriber = LiveClient.ready();
                subscriber.listen("s", CHANGED, Map.of());
                subscribers.add(subscriber);
            }
            List<Future<?>> editors = new ArrayList<>();
            for (int i = 1; i <= EDITORS; i++) {
                int total = i;
                editors.add(threads.submit(() -> correctInAnyCase(id, total)));
            }
            for (Future<?> editor : editors) {
                editor.get();
            }
            List<Integer> versions =
                    IntStream.rangeClosed(2, EDITORS + 1).boxed().toList();
            for (LiveClient subscriber : subscribers) {
                List<Integer> received = new ArrayList<>();
                for (int i = 0; i < EDITORS; i++) {
                    JsonPath event = subscriber.nextData("s");
                    received.add(event.getInt("personnelCountChanged.version"));
                    assertEquals(
                            event.getInt("personnelCountChanged.total"),
                            event.getInt("personnelCountChanged.history[0].total"));
                }
                assertEquals(versions, received);
            }
        } finally {
            threads.shutdownNow();
            subscribers.forEach(LiveClient::close);
        }
    }

    @Test
    void sendsNoEventsAfterComplete() {
        client.listen("a", CHANGED, Map.of());
        client.listen("b", CHANGED, Map.of());

        client.send(Map.of("id", "a", "type", "complete"));
        LiveClient.awaitUnderWay(1);
        record(count("2018-10"));

        client.nextData("b");
        client.assertNothingMore();
        // the id is free again
        client.listen("a", CHANGED, Map.of());
    }

    @Test
    void disconnectEndsSubscriptions() {
        client.listen("a", CHANGED, Map.of());
        client.listen("b", CHANGED, Map.of());

        client.hangUp();

        LiveClient.awaitUnderWay(0);
        record(count("2018-10"));
    }

    /** The number of SQL statements for an event depends on the selected fields only. */
    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void statementCountDoesNotDependOnNumberOfRows() {
        String document = """
                subscription ($first: Int!) {
                  personnelCountChanged {
                    nation { deployments(first: $first) { nodes { mission { name } battalion { name } sources { title } } } }
                  }
                }""";
        List<List<String>> statements = new ArrayList<>();
        for (int first : new int[] {1, 5}) {
            client.subscribe("s" + first, document, Map.of("first", first));
            LiveClient.awaitUnderWay(1);
            statements.add(Statements.of(() -> {
                record(count("2018-0" + first));
                JsonPath event = client.nextData("s" + first);
                assertEquals(
                        first,
                        event.getList("personnelCountChanged.nation.deployments.nodes")
                                .size());
            }));
            client.send(Map.of("id", "s" + first, "type", "complete"));
            LiveClient.awaitUnderWay(0);
        }
        assertEquals(statements.get(0).size(), statements.get(1).size());
        assertTrue(statements.get(0).size() > 4);
    }

    /** The event may arrive before or after the response to the mutation. */
    @Test
    void publishesMutationsSentOverWebSocket() {
        try (LiveClient editing = LiveClient.connect().initialised("Bearer " + OwnDatabase.TOKEN)) {
            client.listen("s", CHANGED, Map.of());
            editing.subscribe("m", Editor.document("PersonnelCountRecord"), Map.of("input", count("2018-10")));

            String id = editing.nextData("m").getString("personnelCountRecord.personnelCount.id");
            assertEquals("complete", editing.next().getString("type"));
            assertEquals(id, client.nextData("s").getString("personnelCountChanged.id"));
        }
    }
}
