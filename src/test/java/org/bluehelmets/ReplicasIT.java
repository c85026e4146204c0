package org.bluehelmets;

import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Replica.correction;
import static org.bluehelmets.testsupport.Replica.recording;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Replica;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that serve from one PostgreSQL are one service: what one does, the other knows. */
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "an embedded database is one process's")
class ReplicasIT {

    private static final int EDITORS = 32;

    private static final String CHANGES = """
            subscription { personnelCountChanged(retracted: true) { id version total history { version } } }""";

    @TempDir
    static Path directory;

    private static Replica one;
    private static Replica other;

    /** At once, on an empty database: both would migrate it. */
    @BeforeAll
    static void start() throws Exception {
        String url = TestDatabase.newUrl();
        one = Replica.start(directory.resolve("one"), url);
        other = Replica.start(directory.resolve("other"), url);
        one.awaitReady();
        other.awaitReady();
        one.addSource();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        one.close();
        other.close();
    }

    private static List<Replica> both() {
        return List.of(one, other);
    }

    @Test
    void theDataIsThereOnce() {
        for (Replica replica : both()) {
            replica.get("{ nations { totalCount } nation(code: \"KAZ\") { name } }")
                    .then()
                    .body("data.nations.totalCount", equalTo(249))
                    .body("data.nation.name", equalTo("Kazakhstan"));
        }
    }

    @Test
    void subscribersAreToldOfWhatTheOtherDoes() {
        try (LiveClient ofOne = one.live();
                LiveClient ofOther = other.live()) {
            for (LiveClient client : List.of(ofOne, ofOther)) {
                client.subscribe("s", CHANGES, Map.of());
            }
            await().until(() -> both().stream().allMatch(each -> each.counts("graphql_subscriptions 1.0")));
            String id = one.record(2040);
            for (int version = 1; version < 20; version++) {
                both().get(version % 2).payload("PersonnelCountCorrect", correction(id, version, version * 10));
            }
            other.payload("PersonnelCountRetract", Map.of("id", id, "version", 20, "reason", "a test"));

            for (LiveClient client : List.of(ofOne, ofOther)) {
                for (int version = 1; version <= 21; version++) {
                    JsonPath told = client.nextData("s");
                    assertEquals(version, told.getInt("personnelCountChanged.version"));
                    int total = version == 1 ? 1 : Math.min(version - 1, 19) * 10;
                    assertEquals(total, told.getInt("personnelCountChanged.total"));
                    assertEquals(
                            version,
                            told.getList("personnelCountChanged.history.version")
                                    .size());
                }
                client.assertNothingMore();
            }
        }
    }

    @Test
    void whatIsKeptIsValidForBothUntilOneChangesSomething() {
        String query = "{ source(key: \"%s\") { personnelCounts { totalCount } } }".formatted(Replica.SOURCE);
        String etag = one.get(query).header("ETag");
        assertEquals(etag, other.get(query).header("ETag"));

        one.record(2041);

        Response after = other.request()
                .header("If-None-Match", etag)
                .queryParam("query", query)
                .get("/graphql");
        assertEquals(200, after.statusCode());
        assertNotEquals(etag, after.header("ETag"));
    }

    /** The other knows as well: its subscribers come back, and what it answers is of the backup. */
    @Test
    void aBackupIsRestoredForBoth() {
        one.record(2044);
        byte[] backup = other.backup();
        String gone = other.record(2045);
        try (LiveClient client = other.live()) {
            client.subscribe("s", CHANGES, Map.of());
            await().until(() -> other.counts("graphql_subscriptions 1.0"));
            one.restore(backup).then().statusCode(200);
            assertEquals(1012, client.closing().code());
        }
        for (Replica replica : both()) {
            replica.get("{ node(id: \"%s\") { id } }".formatted(gone)).then().body("data.node", nullValue());
            // each a year of its own, for the same figure twice is refused
            assertEquals(
                    List.of(),
                    replica.payload("PersonnelCountRecord", recording(replica == one ? 2045 : 2046))
                            .getList("userErrors"));
        }
    }

    @Test
    void aRequestIsRepeatedToTheOther() {
        String key = UUID.randomUUID().toString();
        List<Response> answers = both().stream()
                .map(replica -> Editor.response(
                        replica.editor().header("Idempotency-Key", key), "PersonnelCountRecord", recording(2042)))
                .toList();
        assertEquals(List.of(), answers.get(0).jsonPath().getList("data.personnelCountRecord.userErrors"));
        assertEquals(answers.get(0).asString(), answers.get(1).asString());
    }

    @Test
    void aStartWithoutADatabaseSaysWhatToDo() throws Exception {
        try (Artefact.Running service = Artefact.underTest().start(directory.resolve("nowhere"))) {
            assertTrue(service.process().waitFor(60, TimeUnit.SECONDS));
            assertNotEquals(0, service.process().exitValue());
            String log = Files.readString(service.log());
            assertTrue(log.contains("The URL of the database is missing. Set QUARKUS_DATASOURCE_JDBC_URL"), log);
        }
    }

    @Test
    void ofManyEditorsOneWins() throws Exception {
        String id = one.record(2043);
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Future<List<Object>>> editors = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                int editor = i;
                editors.add(threads.submit(() -> both().get(editor % 2)
                        .payload("PersonnelCountCorrect", correction(id, 1, editor))
                        .getList("userErrors.code")));
            }
            List<List<Object>> errors = new ArrayList<>();
            for (Future<List<Object>> editor : editors) {
                errors.add(editor.get());
            }
            assertEquals(
                    Map.of(List.of(), 1L, List.of("CONFLICT"), EDITORS - 1L),
                    errors.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting())));
        } finally {
            threads.shutdown();
        }
    }
}
