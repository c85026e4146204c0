package org.bluehelmets;

import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Replica.correction;
import static org.bluehelmets.testsupport.Replica.recording;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Replica;
import org.bluehelmets.testsupport.Standby;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL that ends, ends connections, or lets them wait: clients are told to come again, nothing that was
 * acknowledged is lost, and the service comes back without being started anew.
 */
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "an embedded database ends with its process")
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUERY = "{ nation(code: \"KAZ\") { name battalions { nodes { name } } } }";

    /** Statuses that were answered, each with the code of its error. */
    private final Set<String> answered = new ConcurrentSkipListSet<>();

    private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();

    @TempDir
    Path directory;

    private EmbeddedPostgres server;
    private Replica service;

    @BeforeEach
    void start() throws Exception {
        server = Standby.server(directory.resolve("server"), 0);
        service = Replica.start(
                directory.resolve("service"),
                server.getJdbcUrl("postgres", "postgres"),
                "-Dbluehelmets.limits.timeout=5s");
        service.awaitReady();
        service.addSource();
    }

    @AfterEach
    void stop() throws Exception {
        enough.set(true);
        service.close();
        server.close();
    }

    /** Clients that ask again and again, and an editor that records one figure after the other. */
    private void load() {
        for (int i = 0; i < 3; i++) {
            clients.add(Background.run(() -> {
                while (!enough.get()) {
                    note(service.request()
                            .header("Cache-Control", "no-cache")
                            .contentType("application/json")
                            .accept("application/graphql-response+json")
                            .body(Map.of("query", QUERY))
                            .post("/graphql"));
                }
            }));
        }
        clients.add(Background.run(() -> {
            for (int year = 2100; !enough.get(); year++) {
                Response answer = Editor.response(service.editor(), "PersonnelCountRecord", recording(year));
                note(answer);
                if (answer.statusCode() == 200) {
                    acknowledged.add(year);
                }
            }
        }));
    }

    private void note(Response answer) {
        answered.add(answer.statusCode() + " " + answer.jsonPath().get("errors[0].extensions.code"));
    }

    private void endLoad() {
        enough.set(true);
        clients.forEach(CompletableFuture::join);
    }

    private void awaitAnswers() {
        await().atMost(PATIENCE)
                .until(() -> service.get(QUERY).statusCode() == 200 && service.record(2030 + answered.size()) != null);
    }

    private Set<Integer> recorded() throws SQLException {
        Set<Integer> years = new TreeSet<>();
        try (Connection connection = TestDatabase.connect(server.getJdbcUrl("postgres", "postgres"));
                var found = connection
                        .createStatement()
                        .executeQuery("select extract(year from as_of_date) from personnel_count")) {
            while (found.next()) {
                years.add(found.getInt(1));
            }
        }
        return years;
    }

    private void execute(String sql) throws SQLException {
        // whatever the database allows others
        String url = server.getJdbcUrl("postgres", "postgres") + "&options=-c%20statement_timeout=0";
        try (Connection connection = TestDatabase.connect(url)) {
            connection.createStatement().execute(sql);
        }
    }

    private void endConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
    }

    private static void assertUnavailable(Response answer) {
        answer.then().statusCode(503).header("Retry-After", "5").body("error", containsString("retry later"));
    }

    @Test
    void aServerThatEndsAndComesBack() throws Exception {
        try (LiveClient subscriber = service.live()) {
            subscriber.subscribe("s", "subscription { personnelCountChanged(nation: \"KAZ\") { version } }", Map.of());
            await().until(() -> service.counts("graphql_subscriptions 1.0"));
            load();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > 20);
            int port = server.getPort();
            server.close();
            await().atMost(PATIENCE).until(() -> answered.contains("503 UNAVAILABLE"));
            assertEquals(503, service.request().get("/q/health/ready").statusCode());
            assertUnavailable(service.request().get("/exports/contributions.csv"));
            assertUnavailable(service.editor().get("/backup"));
            assertUnavailable(service.editor()
                    .contentType("text/csv")
                    .body(Contributions.file().text())
                    .post("/imports/contributions"));
            int before = acknowledged.size();

            server = Standby.server(directory.resolve("server"), port);

            await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 20);
            endLoad();
            assertEquals(Set.of("200 null", "503 UNAVAILABLE"), answered);
            assertTrue(recorded().containsAll(acknowledged));
            assertEquals(200, service.request().get("/q/health/ready").statusCode());

            Map<String, Object> input =
                    new HashMap<>((Map<String, Object>) recording(2050).get("input"));
            input.put("nation", "KAZ");
            service.payload("PersonnelCountRecord", Map.of("input", input));
            assertEquals(1, subscriber.nextData("s").getInt("personnelCountChanged.version"));
        }
    }

    @Test
    void connectionsThatAreEnded() throws Exception {
        load();
        await().atMost(PATIENCE).until(() -> acknowledged.size() > 20);
        for (int i = 0; i < 5; i++) {
            endConnections();
            int before = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 5);
        }
        endLoad();
        assertTrue(Set.of("200 null", "503 UNAVAILABLE").containsAll(answered), answered::toString);
        assertTrue(recorded().containsAll(acknowledged));
    }

    /** A restore that waits for somebody is ended: nothing was restored, and to ask once more does. */
    @Test
    void aConnectionThatIsEndedDuringARestore() throws Exception {
        String id = service.record(2040);
        byte[] backup = service.backup();
        service.payload("PersonnelCountCorrect", correction(id, 1, 7));
        try (Connection other = TestDatabase.connect(server.getJdbcUrl("postgres", "postgres"))) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table nation in share row exclusive mode");
            CompletableFuture<Response> restored = Background.supply(() -> service.restore(backup));
            await().atMost(PATIENCE).until(this::endWhoWaitsForNations);
            assertUnavailable(restored.join());
        }
        assertEquals(7, total(id));
        service.restore(backup).then().statusCode(200);
        assertEquals(1, total(id));
    }

    /** By a connection of its own each time: within a transaction the server shows the same activity again. */
    private boolean endWhoWaitsForNations() throws SQLException {
        try (Connection connection = TestDatabase.connect(server.getJdbcUrl("postgres", "postgres"));
                var ended = connection.createStatement().executeQuery("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and query = 'delete from nation'""")) {
            return ended.next();
        }
    }

    private int total(String id) {
        return service.get("{ node(id: \"%s\") { ... on PersonnelCount { total } } }".formatted(id))
                .jsonPath()
                .getInt("data.node.total");
    }

    @Test
    void statementsThatTheServerAllowsNoTime() throws Exception {
        execute("alter database postgres set statement_timeout = 1");
        execute("alter table milestone rename to milestones");
        execute("create view milestone as select m.* from milestones m, (select pg_sleep(0.1)) s");
        endConnections();
        await().atMost(PATIENCE)
                .untilAsserted(() -> service.get("{ milestones { nodes { title } } }")
                        .then()
                        .statusCode(503)
                        .body("errors[0].extensions.code", equalTo("UNAVAILABLE")));
        execute("alter database postgres reset statement_timeout");
        endConnections();
        awaitAnswers();
    }

    /** Queries wait for somebody who changes a table: they are broken off in time, and others after them answered. */
    @Test
    void aPoolThatIsFull() throws Exception {
        try (Connection other = TestDatabase.connect(server.getJdbcUrl("postgres", "postgres"))) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table nation, battalion in access exclusive mode");
            load();
            for (int i = 0; i < 30; i++) {
                clients.add(Background.run(() -> note(service.request()
                        .contentType("application/json")
                        .body(Map.of("query", QUERY))
                        .post("/graphql"))));
            }
            await().atMost(PATIENCE).until(() -> answered.contains("503 TIMEOUT"));
            other.rollback();
        }
        awaitAnswers();
        endLoad();
        assertTrue(answered.contains("200 null"));
        assertTrue(Set.of("200 null", "503 TIMEOUT", "503 OVERLOADED").containsAll(answered), answered::toString);
    }
}
