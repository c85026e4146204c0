package org.bluehelmets;

import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Replica.correction;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Replica;
import org.bluehelmets.testsupport.Standby;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes that read from a standby server of their PostgreSQL: queries are read there, nobody misses what they have
 * changed, and a standby that falls back or away costs no answer.
 */
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "an embedded database has no read replicas")
class ReadReplicaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 3;

    /** Long before a process would have asked by itself. */
    private static final Duration TOLD = Duration.ofSeconds(4);

    /** No two requests of a kind ask for the same, which would be remembered. */
    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    static Path directory;

    private static EmbeddedPostgres primary;
    private static Standby standby;
    private static Replica one;
    private static Replica other;

    /** Statuses that were answered, each with the code of its error. */
    private final Set<String> answered = new ConcurrentSkipListSet<>();

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        primary = Standby.server(directory.resolve("primary"), 0);
        standby = Standby.of(primary, directory.resolve("primary"), directory.resolve("standby"));
        one = service("one");
        other = service("other");
        one.awaitReady();
        other.awaitReady();
        one.addSource();
        awaitReplica(one);
        awaitReplica(other);
    }

    private static Replica service(String name) throws Exception {
        return service(name, standby.url());
    }

    private static Replica service(String name, String replicaUrl) throws Exception {
        return Replica.start(
                directory.resolve(name), Standby.url(primary), "-Dquarkus.datasource.replica.jdbc.url=" + replicaUrl);
    }

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
        standby.close();
        primary.close();
    }

    @AfterEach
    void follow() throws SQLException {
        enough.set(true);
        standby.follow();
    }

    private static Response ask(RequestSpecification request, String query) {
        return request.contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", query))
                .post("/graphql");
    }

    /** Reads something that nobody has read before. */
    private static Response ask(RequestSpecification request) {
        return ask(
                request,
                "{ nations(first: 1, filter: { name: { ne: \"%d\" } }) { nodes { name } } }"
                        .formatted(ASKED.incrementAndGet()));
    }

    /** How often a service has taken a connection. */
    private static int taken(Replica service, String dataSource) {
        return service.request()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("agroal_acquire_count_total{datasource=\"" + dataSource + "\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean readsReplica(Replica service, RequestSpecification request) {
        int before = taken(service, "default");
        ask(request).then().statusCode(200);
        return taken(service, "default") == before;
    }

    private static void awaitReplica(Replica service) {
        await().atMost(PATIENCE).until(() -> readsReplica(service, service.request()));
    }

    private static Integer total(RequestSpecification request, String id) {
        return ask(request, "{ node(id: \"%s\") { ... on PersonnelCount { total } } }".formatted(id))
                .jsonPath()
                .get("data.node.total");
    }

    private void load() {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Background.run(() -> {
                while (!enough.get()) {
                    Response answer = ask(one.request());
                    answered.add(answer.statusCode() + " " + answer.jsonPath().get("errors[0].extensions.code"));
                    answers.incrementAndGet();
                }
            }));
        }
    }

    private void awaitMoreAnswers(int more) {
        int before = answers.get();
        await().atMost(PATIENCE).until(() -> answers.get() > before + more);
    }

    private void assertAllAnswered() {
        enough.set(true);
        clients.forEach(CompletableFuture::join);
        assertEquals(Set.of("200 null"), answered);
    }

    @Test
    void queriesAreReadThere() {
        int before = taken(one, "replica");
        assertTrue(readsReplica(one, one.request()));
        assertEquals(before + 1, taken(one, "replica"));
    }

    @Test
    void thoseOfEditorsAreReadFromThePrimary() {
        int before = taken(one, "replica");
        int beforeThat = taken(one, "default");
        ask(one.editor()).then().statusCode(200);
        assertEquals(before, taken(one, "replica"));
        assertEquals(beforeThat + 1, taken(one, "default"));
    }

    @Test
    void whatIsChangedIsSeenBeforeTheReplicaHasIt() throws Exception {
        standby.stay();
        String id = one.record(2050);
        assertEquals(1, total(one.request(), id), "to where it was changed, of anybody");
        assertEquals(1, total(other.editor(), id), "to another, of an editor");
        await().atMost(TOLD).untilAsserted(() -> assertEquals(1, total(other.request(), id), "to another, of anybody"));

        one.payload("PersonnelCountCorrect", correction(id, 1, 7));
        assertEquals(7, total(one.request(), id));
        assertEquals(7, total(other.editor(), id));

        standby.follow();
        awaitReplica(one);
        awaitReplica(other);
        assertEquals(7, total(other.request(), id));
    }

    /** Of figures there are subscribers to tell; of anything else the other knows as soon. */
    @Test
    void norIsAnythingElseMissed() throws Exception {
        standby.stay();
        one.payload("SourceAdd", Map.of("input", Map.of("key", "t-other", "title", "Other", "publisher", "Tests")));
        String query = "{ source(key: \"t-other\") { title } }";
        ask(one.request(), query).then().body("data.source.title", equalTo("Other"));
        await().atMost(TOLD)
                .untilAsserted(() -> ask(other.request(), query).then().body("data.source.title", equalTo("Other")));
    }

    @Test
    void aProcessThatStartsKnowsWhatWasChangedBefore() throws Exception {
        standby.stay();
        String id = one.record(2052);
        try (Replica third = service("third")) {
            third.awaitReady();
            assertEquals(1, total(third.request(), id));
        }
    }

    /** The primary gives what the replica refuses, whatever the reason. */
    @Test
    void aReplicaThatLacksRights() throws Exception {
        try (Connection connection = TestDatabase.connect(Standby.url(primary))) {
            connection.createStatement().execute("create role half_a_reader login");
            connection.createStatement().execute("grant select on data_version to half_a_reader");
        }
        try (Replica third = service("fourth", standby.url().replace("user=postgres", "user=half_a_reader"))) {
            third.awaitReady();
            ask(third.request()).then().statusCode(200).body("errors", nullValue());
            assertTrue(taken(third, "replica") > 0);
        }
    }

    @Test
    void whatIsImportedIsSeenBeforeTheReplicaHasIt() throws Exception {
        String query = "{ mission(acronym: \"UNMISS\") { strength(on: \"2021-05-31\") { total } } }";
        assertNull(ask(one.request(), query).jsonPath().get("data.mission.strength.total"));
        standby.stay();
        one.editor()
                .contentType("text/csv")
                .body(Contributions.file()
                        .row("KAZ", "UNMISS", "Troops", 1, 2, "2021-05-31")
                        .text())
                .post("/imports/contributions")
                .then()
                .statusCode(200);
        for (RequestSpecification request : List.of(one.request(), other.editor())) {
            ask(request, query).then().body("data.mission.strength.total", equalTo(3));
        }
        await().atMost(TOLD)
                .untilAsserted(
                        () -> ask(other.request(), query).then().body("data.mission.strength.total", equalTo(3)));
    }

    @Test
    void subscribersAreToldByTheStateThatTheyAreToldOf() throws Exception {
        try (LiveClient client = other.live()) {
            client.subscribe("s", "subscription { personnelCountChanged { id total history { version } } }", Map.of());
            await().until(() -> other.counts("graphql_subscriptions 1.0"));
            awaitReplica(other);
            standby.stay();
            String id = one.record(2051);
            JsonPath told = client.nextData("s");
            assertEquals(1, told.getList("personnelCountChanged.history").size());
            // and who asks when they are told need not ask again
            assertEquals(1, total(other.request(), id));
        }
    }

    @Test
    void aReplicaThatEndsAndComesBack() throws Exception {
        load();
        awaitMoreAnswers(50);
        int port = standby.end();
        awaitMoreAnswers(50);
        assertEquals(200, one.request().get("/q/health/ready").statusCode());
        standby.startAgain(port);
        awaitReplica(other);
        int before = taken(one, "replica");
        await().atMost(PATIENCE).until(() -> taken(one, "replica") > before + 50);
        assertAllAnswered();
    }

    /** As when its host is gone, or all that is sent to it is lost: nothing comes back, not even a refusal. */
    @Test
    void aReplicaThatFallsSilent() throws Exception {
        load();
        awaitMoreAnswers(50);
        standby.fallSilent();
        try {
            awaitMoreAnswers(50);
        } finally {
            standby.wake();
        }
        assertAllAnswered();
        awaitReplica(one);
    }

    @Test
    void connectionsThatAreEnded() throws Exception {
        load();
        for (int i = 0; i < 5; i++) {
            awaitMoreAnswers(20);
            standby.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
        awaitMoreAnswers(20);
        assertAllAnswered();
        awaitReplica(one);
    }

    /** A standby that must follow ends the statements that are in its way. */
    @Test
    void statementsThatAreInTheWayOfChanges() throws Exception {
        standby.execute("alter system set max_standby_streaming_delay = 0");
        standby.execute("select pg_reload_conf()");
        String conflicts = "select sum(confl_lock) from pg_stat_database_conflicts";
        int before = Integer.parseInt(standby.text(conflicts));
        load();
        try (Connection connection = TestDatabase.connect(Standby.url(primary))) {
            connection.setAutoCommit(false);
            // who asks that may be in the way, too
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> {
                        connection.createStatement().execute("lock table nation in access exclusive mode");
                        connection.commit();
                        return Integer.parseInt(standby.text(conflicts)) > before + 3;
                    });
        }
        assertAllAnswered();
    }
}
