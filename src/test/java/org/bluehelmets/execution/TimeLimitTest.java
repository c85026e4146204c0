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

/** Requests that take too long are broken off, and those that nobody can take are turned away. */
@QuarkusTest
@TestProfile(TimeLimitTest.Impatient.class)
class TimeLimitTest {

    /** One worker, a place to wait, and three seconds for each request. */
    public static class Impatient implements QuarkusTestProfile {
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

    /** Who reads the table of milestones waits until the database has counted for minutes. */
    @BeforeEach
    void makeATableSlow() {
        rows.update("alter table milestone rename to milestone_away");
        String numbers = TestDatabase.isH2() ? "system_range(1, %d) %s(x)" : "generate_series(1, %d) %s(x)";
        rows.update("""
                create view milestone as
                select m.* from milestone_away m
                where (select count(*) from %s, %s where a.x = b.x + m.pk) >= 0
                """.formatted(numbers.formatted(100_000, "a"), numbers.formatted(1_000_000, "b")));
    }

    @AfterEach
    void mendTheTable() {
        rows.update("drop view milestone");
        rows.update("alter table milestone_away rename to milestone");
    }

    @Test
    void aStatementThatTakesTooLongIsBrokenOff() {
        post(SLOW)
                .then()
                .statusCode(503)
                .body("$", not(hasKey("data")))
                .body("errors", hasSize(1))
                .body("errors[0].message", equalTo("The request was broken off after 3000 ms; ask for less at a time"))
                .body("errors[0].extensions", equalTo(Map.of("code", "TIMEOUT", "limit", "timeout", "allowed", 3000)));
        assertEquals("Kazakhstan", data("{ nation(code: \"KAZ\") { name } }").get("nation.name"));
        assertTrue(new Scrape().requests("anonymous", "TIMEOUT") >= 1, "it is not counted");
    }

    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void itsConnectionComesBack() {
        Pool pool = new Pool();
        post(SLOW).then().statusCode(503);
        assertEquals(1, pool.taken());
        await("the connection").atMost(Duration.ofSeconds(5)).until(() -> pool.out() == 0);
    }

    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void aClientThatHangsUpEndsItsStatement() {
        Pool pool = new Pool();
        CompletableFuture<?> request = send(SLOW);
        await("the statement").until(TimeLimitTest::isReadingTheSlowTable);
        long hungUp = System.nanoTime();
        request.cancel(true);
        await("the connection").atMost(Duration.ofSeconds(5)).until(() -> pool.out() == 0);
        long took = Duration.ofNanos(System.nanoTime() - hungUp).toMillis();
        assertTrue(took < 2000, () -> "it took " + took + " ms: the limit of time has done it");
        await("its count").until(() -> new Scrape().requests("anonymous", "client-disconnected") >= 1);
    }

    @Test
    void whoFindsNoPlaceToWaitIsTurnedAway() {
        List<CompletableFuture<HttpResponse<String>>> crowd =
                Stream.generate(() -> send(SLOW)).limit(10).toList();
        List<HttpResponse<String>> answers =
                crowd.stream().map(CompletableFuture::join).toList();

        List<HttpResponse<String>> turnedAway = answers.stream()
                .filter(answer -> answer.body().contains("OVERLOADED"))
                .toList();
        assertTrue(turnedAway.size() >= 7, () -> turnedAway.size() + " of 10 were turned away");
        for (HttpResponse<String> answer : turnedAway) {
            assertEquals(503, answer.statusCode());
            assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(
                    Map.of("code", "OVERLOADED", "limit", "max-queued", "allowed", 1),
                    new JsonPath(answer.body()).get("errors[0].extensions"));
        }
        assertTrue(new Scrape().requests("unknown", "OVERLOADED") >= turnedAway.size(), "they are not counted");
        await("an answer again")
                .until(() -> post("{\"query\": \"{ __typename }\"}").statusCode() == 200);
    }

    private static boolean isReadingTheSlowTable() throws SQLException {
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
