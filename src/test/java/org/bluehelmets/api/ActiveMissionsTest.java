package org.bluehelmets.api;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.payload;
import static org.bluehelmets.testsupport.Rows.PREFIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies which missions are active, with a mocked clock. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ActiveMissionsTest {

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearCurated();
        rows.clear();
        rows.clearImports();
    }

    private static void setClock(String instant) {
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), Clock.class);
    }

    /** Compares the field with a day, the field without a day and the filter with the expected value. */
    @ParameterizedTest
    @CsvSource({
        // start, end, ended; the last day before it, its first day, its last day, the first day after it
        "2003-02-05, 2005-03-04, false, 2003-02-04, 2003-02-05, 2005-03-04, 2005-03-05",
        "2003-02, 2005-03, false, 2003-01-31, 2003-02-01, 2005-03-31, 2005-04-01",
        "2003, 2005, false, 2002-12-31, 2003-01-01, 2005-12-31, 2006-01-01",
        "2003, 2003, false, 2002-12-31, 2003-01-01, 2003-12-31, 2004-01-01",
        "2003, 2004-02, false, 2002-12-31, 2003-01-01, 2004-02-29, 2004-03-01",
        "2003-02-05, 2003-02-05, false, 2003-02-04, 2003-02-05, 2003-02-05, 2003-02-06",
        "2003-02, , false, 2003-01-31, 2003-02-01, 2100-01-01, "
    })
    void isActiveFromFirstPossibleDayToLastPossibleDay(
            String start, String end, boolean ended, String before, String first, String last, String after) {
        insert(start, end, ended);
        assertActive(before, false);
        assertActive(first, true);
        assertActive(last, true);
        if (after != null) {
            assertActive(after, false);
        }
    }

    @ParameterizedTest
    @CsvSource({", , false", ", 2005, false", "2003, , true", ", , true"})
    void isNeverActiveIfStartOrEndIsUnknown(String start, String end, boolean ended) {
        insert(start, end, ended);
        for (String day : List.of("1900-01-01", "2003-01-01", "2004-06-01", "2005-12-31", "2026-11-29")) {
            assertActive(day, false);
        }
    }

    private void insert(String start, String end, boolean ended) {
        rows.update("""
                insert into mission (acronym, name, name_key, kind, started_on_date, started_on_precision, ended_on_date,
                  ended_on_precision, ended) values (?, 'A mission', 'a mission', 'PEACEKEEPING', ?, ?, ?, ?, ?)""", PREFIX + "M", date(start), precision(start), date(end), precision(end), ended);
    }

    private static LocalDate date(String partial) {
        return partial == null ? null : LocalDate.parse(partial + "-01-01".substring(partial.length() - 4));
    }

    private static String precision(String partial) {
        return partial == null ? null : Map.of(4, "YEAR", 7, "MONTH", 10, "DAY").get(partial.length());
    }

    private static void assertActive(String day, boolean active) {
        setClock(day + "T12:00:00Z");
        JsonPath answer = data("""
                query($acronym: String!, $day: Date!) {
                  mission(acronym: $acronym) { then: active(on: $day) today: active }
                  missions(filter: { acronym: { eq: $acronym }, active: { eq: true } }) { totalCount nodes { acronym } }
                  others: missions(filter: { acronym: { eq: $acronym }, active: { eq: false } }) { totalCount }
                  not: missions(filter: { acronym: { eq: $acronym }, not: { active: { eq: false } } }) { totalCount }
                }""", Map.of("acronym", PREFIX + "M", "day", day));
        assertEquals(Map.of("then", active, "today", active), answer.getMap("mission"), day);
        int passes = active ? 1 : 0;
        assertEquals(
                List.of(passes, passes, 1 - passes, passes),
                List.of(
                        answer.getList("missions.nodes").size(),
                        answer.getInt("missions.totalCount"),
                        answer.getInt("others.totalCount"),
                        answer.getInt("not.totalCount")),
                day);
    }

    private static final String ACTIVE_MISSIONS = """
            { missions(first: 100, filter: { kind: { eq: PEACEKEEPING }, active: { eq: true } }) { totalCount nodes { acronym } }
              unifil: mission(acronym: "UNIFIL") { active endedOn { text } }
              nation(code: "KAZ") {
                missions(filter: { acronym: { eq: "UNIFIL" }, active: { eq: true } }) { totalCount nodes { acronym } } }
              deployments(filter: { nation: { code: { eq: "NPL" } }, mission: { active: { eq: true } } }) {
                totalCount nodes { id } } }""";

    /** Only the day changes, so cached results of the day before must expire. */
    @Test
    void endsMissionsAtMidnightUtc() {
        setClock("2026-12-31T23:59:59Z");
        Response before = sent(null);
        setClock("2027-01-01T00:00:00Z");
        Response after = sent(before.header("ETag"));

        assertEquals(200, after.statusCode());
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        assertEquals(List.of(11, true, 1, 1, 1, 1), found(before.jsonPath()));
        assertEquals(List.of(10, false, 0, 0, 0, 0), found(after.jsonPath()));
        assertEquals(304, sent(after.header("ETag")).statusCode());
    }

    private static Response sent(String seen) {
        return given().contentType("application/json")
                .headers(seen == null ? Map.of() : Map.of("If-None-Match", seen))
                .body(Map.of("query", ACTIVE_MISSIONS))
                .post("/graphql");
    }

    private static List<?> found(JsonPath answer) {
        answer.setRootPath("data");
        assertEquals("2026-12-31", answer.getString("unifil.endedOn.text"));
        assertEquals(
                answer.getInt("missions.totalCount"),
                answer.getList("missions.nodes").size());
        return List.of(
                answer.getInt("missions.totalCount"),
                answer.getBoolean("unifil.active"),
                answer.getInt("nation.missions.totalCount"),
                answer.getList("nation.missions.nodes").size(),
                answer.getInt("deployments.totalCount"),
                answer.getList("deployments.nodes").size());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAMI, SPECIAL_POLITICAL, 2025-12-31, 2026-01-01, S/RES/2732 (2024)",
        "UNMHA, SPECIAL_POLITICAL, 2026-03-31, 2026-04-01, S/RES/2813 (2026)",
        "UNITAMS, SPECIAL_POLITICAL, 2023-12-03, 2023-12-04, S/RES/2715 (2023)",
        "UNIFIL, PEACEKEEPING, 2026-12-31, 2027-01-01, S/RES/2790 (2025)"
    })
    void isActiveUntilLastDayOfMandate(String acronym, String kind, String last, String next, String resolution) {
        JsonPath answer = data("""
                query($acronym: String!, $last: Date!, $next: Date!) {
                  mission(acronym: $acronym) {
                    kind last: active(on: $last) next: active(on: $next) resolutions endedOn { text } } }""", Map.of("acronym", acronym, "last", last, "next", next));
        assertEquals(
                List.of(kind, true, false, resolution, last),
                List.of(
                        answer.getString("mission.kind"),
                        answer.getBoolean("mission.last"),
                        answer.getBoolean("mission.next"),
                        answer.<String>getList("mission.resolutions").stream()
                                .reduce((first, second) -> second)
                                .orElseThrow(),
                        answer.getString("mission.endedOn.text")));
    }

    @Test
    void countsMissionsByKind() {
        Map<String, Integer> expected = Map.of("PEACEKEEPING", 71, "SPECIAL_POLITICAL", 12, "SUPPORT", 1, "NON_UN", 2);
        Map<String, Integer> found = new HashMap<>();
        expected.keySet()
                .forEach(kind -> found.put(
                        kind,
                        data("{ missions(filter: { kind: { eq: " + kind + " } }) { totalCount } }")
                                .getInt("missions.totalCount")));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource({
        // today, status, start, end; what is wrong
        "2026-11-29, PLANNED, 2026-12-01, 2026-12-31, -",
        "2026-11-29, PLANNED, 2026-12-31, 2027-06, -",
        "2026-11-29, DEPLOYED, 2026-06, , -",
        "2026-12-31, DEPLOYED, 2026-12-31, , -",
        "2026-11-29, PLANNED, 2027-01-01, 2027-06, '`startsOn` must not be after the planned end of UNIFIL (2026-12-31), but was 2027-01-01.'",
        "2027-01-01, ENDED, 2026-06, 2026-12-31, -",
        "2027-01-01, ENDED, 2027-01-01, , '`startsOn` must not be after the end of UNIFIL (2026-12-31), but was 2027-01-01.'",
        "2027-01-01, ENDED, 2026-06, 2027-01-01, '`endsOn` must not be after the end of UNIFIL (2026-12-31), but was 2027-01-01.'",
        "2027-01-01, PLANNED, 2026-12-31, , '`status` must be ENDED or CLAIMED, because UNIFIL has ended.'"
    })
    void rejectsDeploymentsThatStartAfterTheirMissionEnds(
            String today, String status, String start, String end, String wrong) {
        done("SourceAdd", Map.of("input", Map.of("key", "t-paper", "title", "T", "publisher", "P")));
        setClock(today + "T12:00:00Z");
        Map<String, Object> input = new HashMap<>(Map.of(
                "nation",
                "KAZ",
                "mission",
                "UNIFIL",
                "status",
                status,
                "startsOn",
                start,
                "sources",
                List.of("t-paper")));
        input.put("endsOn", end);

        JsonPath payload = payload("DeploymentAdd", Map.of("input", input));

        assertEquals(wrong.equals("-") ? List.of() : List.of(wrong), payload.getList("userErrors.message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"})
    void rejectsDeployedStatusAfterMissionEnd(String now) {
        boolean over = now.startsWith("2027");
        setClock("2026-11-29T12:00:00Z");
        done("SourceAdd", Map.of("input", Map.of("key", "t-paper", "title", "T", "publisher", "P")));
        String id = done(
                        "DeploymentAdd",
                        Map.of(
                                "input",
                                Map.of(
                                        "nation",
                                        "KAZ",
                                        "mission",
                                        "UNIFIL",
                                        "status",
                                        "PLANNED",
                                        "startsOn",
                                        "2026-12",
                                        "sources",
                                        List.of("t-paper"))))
                .getString("deployment.id");
        setClock(now);

        JsonPath payload =
                payload("DeploymentUpdate", Map.of("id", id, "version", 1, "input", Map.of("status", "DEPLOYED")));

        assertEquals(over ? 1 : 0, payload.getList("userErrors").size());
        assertEquals(over ? "PLANNED" : "DEPLOYED", payload.getString("deployment.status"));
    }
}
