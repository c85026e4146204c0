package org.bluehelmets.execution;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Client.data;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Pool;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Scrape;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cancels requests that exceed the timeout, and rejects requests if the queue is full. */
@QuarkusTest
@TestProfile(TimeoutTest.ShortTimeout.class)
class TimeoutTest {

    /** One query thread, a queue of one, and a timeout of three seconds. */
    public static class ShortTimeout implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "bluehelmets.limits.timeout", "3s",
                    "bluehelmets.limits.max-queued", "1",
                    "quarkus.datasource.jdbc.max-size", "5");
        }
    }

    private static final String SLOW = "{\"query\": \"{ milestones { nodes { id } } }\"}";

    private final Rows rows = new Rows();

    @TestHTTPResource("/graphql")
    URI endpoint;

    /** Reading the table of milestones takes minutes. */
    @BeforeEach
    void slowDownTable() {
        rows.update("alter table milestone rename to milestone_renamed");
        String numbers = TestDatabase.isH2() ? "system_range(1, %d) %s(x)" : "generate_series(1, %d) %s(x)";
        rows.update("""
                create view milestone as
                select m.* from milestone_renamed m
                where (select count(*) from %s, %s where a.x = b.x + m.pk) >= 0
                """.formatted(numbers.formatted(100_000, "a"), numbers.formatted(1_000_000, "b")));
    }

    @AfterEach
    void restoreTable() {
        rows.update("drop view milestone");
        rows.update("alter table milestone_renamed rename to milestone");
    }

    @Test
    void cancelsStatementAtTimeout() {
        post(SLOW)
                .then()
                .statusCode(503)
                .body("$", not(hasKey("data")))
                .body("errors", hasSize(1))
                .body("errors[0].message", equalTo("The request exceeded the timeout of 3000 ms; request less data"))
                .body("errors[0].extensions", equalTo(Map.of("code", "TIMEOUT", "limit", "timeout", "allowed", 3000)));
        assertEquals("Kazakhstan", data("{ nation(code: \"KAZ\") { name } }").get("nation.name"));
        assertTrue(new Scrape().requests("anonymous", "TIMEOUT") >= 1, "the metric does not count it");
    }

    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void returnsConnectionAfterTimeout() {
        Pool pool = new Pool();
        post(SLOW).then().statusCode(503);
        assertEquals(1, pool.taken());
        await("the connection").atMost(Duration.ofSeconds(5)).until(() -> pool.out() == 0);
    }

    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void cancelsStatementIfClientDisconnects() {
        Pool pool = new Pool();
        CompletableFuture<?> request = send(SLOW);
        await("the statement").until(TimeoutTest::isReadingSlowTable);
        long disconnected = System.nanoTime();
        request.cancel(true);
        await("the connection").atMost(Duration.ofSeconds(5)).until(() -> pool.out() == 0);
        long took = Duration.ofNanos(System.nanoTime() - disconnected).toMillis();
        assertTrue(took < 2000, () -> "took " + took + " ms; the timeout cancelled it instead");
        await("its count").until(() -> new Scrape().requests("anonymous", "client-disconnected") >= 1);
    }

    @Test
    void rejectsRequestsIfQueueIsFull() {
        List<CompletableFuture<HttpResponse<String>>> requests =
                Stream.generate(() -> send(SLOW)).limit(10).toList();
        List<HttpResponse<String>> responses =
                requests.stream().map(CompletableFuture::join).toList();

        List<HttpResponse<String>> rejected = responses.stream()
                .filter(response -> response.body().contains("OVERLOADED"))
                .toList();
        assertTrue(rejected.size() >= 7, () -> rejected.size() + " of 10 requests were rejected");
        for (HttpResponse<String> response : rejected) {
            assertEquals(503, response.statusCode());
            assertEquals("1", response.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(
                    Map.of("code", "OVERLOADED", "limit", "max-queued", "allowed", 1),
                    new JsonPath(response.body()).get("errors[0].extensions"));
        }
        assertTrue(new Scrape().requests("unknown", "OVERLOADED") >= rejected.size(), "the metric does not count them");
        await("a response").until(() -> post("{\"query\": \"{ __typename }\"}").statusCode() == 200);
    }

    private static boolean isReadingSlowTable() throws SQLException {
        try (Connection connection = Rows.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TestDatabase.isH2() ? """
                                select 1 from information_schema.sessions
                                where executing_statement like '%milestone%' and session_id <> session_id()""" : """
                                select 1 from pg_stat_activity
                                where query like '%milestone%' and state = 'active' and pid <> pg_backend_pid()""")) {
            return found.next();
        }
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/graphql");
    }

    private CompletableFuture<HttpResponse<String>> send(String body) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
