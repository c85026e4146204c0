package org.bluehelmets.strength;

import static org.bluehelmets.testsupport.Client.code;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies strength and time series with a few small reports. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class StrengthTest extends FewReports {

    @Test
    void returnsAllFieldsOfStrength() {
        JsonPath strength = data("""
                { strength(on: "2020-03-31") { reportedOn total women men womenShare
                  byCategory { category total women men } source { key kind } } }""");
        assertEquals("2020-03-31", strength.getString("strength.reportedOn"));
        assertEquals(
                List.of(3729, 155, 3574),
                List.of(
                        strength.getInt("strength.total"),
                        strength.getInt("strength.women"),
                        strength.getInt("strength.men")));
        assertEquals(155 / 3729f, strength.getFloat("strength.womenShare"));
        assertEquals(
                List.of(
                        Map.of("category", "TROOPS", "total", 3720, "women", 153, "men", 3567),
                        Map.of("category", "STAFF_OFFICERS", "total", 2, "women", 1, "men", 1),
                        Map.of("category", "EXPERTS_ON_MISSION", "total", 6, "women", 1, "men", 5),
                        Map.of("category", "INDIVIDUAL_POLICE", "total", 1, "women", 0, "men", 1)),
                strength.getList("strength.byCategory"));
        assertEquals(Map.of("key", "un-contributions", "kind", "DATASET"), strength.getMap("strength.source"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a nation                            | nation: \"KAZ\", on: \"2020-03-31\"                     | 128",
                "any case                            | nation: \"kaz\", mission: \"unifil\", on: \"2020-03-31\" | 122",
                "a mission                           | mission: \"UNIFIL\", on: \"2020-03-31\"                 | 1722",
                "the latest report before the day    | nation: \"KAZ\", on: \"2020-03-15\"                     | 120",
                "the latest report of all            | nation: \"KAZ\"                                         | 124",
                "a nation that left counts 0         | nation: \"NPL\", on: \"2020-02-29\"                     | 0",
                "a nation that never came counts 0   | nation: \"SWE\", on: \"2020-02-29\"                     | 0",
                "a mission that nobody serves in     | mission: \"UNDOF\", on: \"2020-02-29\"                  | 0",
                "a month by nation only, in all      | nation: \"KAZ\", on: \"2020-04-30\"                     | 123",
                "a month by nation only, by mission  | nation: \"KAZ\", mission: \"UNIFIL\", on: \"2020-04-30\" | null",
                "a month by nation only, of a mission | mission: \"UNIFIL\", on: \"2020-04-30\"                | null",
                "a month without a report            | nation: \"KAZ\", on: \"2020-05-31\"                     | 123",
                "the same, of a mission              | mission: \"UNIFIL\", on: \"2020-05-31\"                 | null",
                "during the month before it is over  | mission: \"UNIFIL\", on: \"2020-03-30\"                 | 120",
                "the day after the left-out month    | mission: \"UNIFIL\", on: \"2020-06-01\"                 | null",
                "after the last report of all        | mission: \"UNIFIL\", on: \"2021-12-31\"                 | 124",
                "before the first report             | on: \"2020-01-30\"                                      | null",
                "a mission of others                 | mission: \"OIF\", on: \"2020-03-31\"                    | null",
                "an unknown nation                   | nation: \"XXX\", on: \"2020-03-31\"                     | null",
                "an unknown mission                  | mission: \"XXX\", on: \"2020-03-31\"                    | null",
            })
    void returnsStrengthOnDay(String name, String arguments, String total) {
        assertEquals(total, String.valueOf((Object)
                data("{ strength(" + arguments + ") { total } }").get("strength?.total")));
    }

    @Test
    void returnsNullShareOfWomenForTotalOfZero() {
        Map<String, Object> strength =
                data("{ strength(nation: \"NPL\", on: \"2020-02-29\") { women men womenShare byCategory { total } } }")
                        .getMap("strength");
        assertNull(strength.get("womenShare"));
        assertEquals(0, strength.get("women"));
        assertEquals(List.of(), strength.get("byCategory"));
    }

    @Test
    void returnsSameStrengthOnNationsAndMissions() {
        JsonPath answer = data("""
                { nation(code: "KAZ") {
                    all: strength(on: "2020-03-31") { total }
                    unifil: strength(on: "2020-03-31", mission: "UNIFIL") { total }
                    untold: strength(on: "2020-04-30", mission: "UNIFIL") { total }
                    rank(on: "2020-03-31")
                    unifilRank: rank(on: "2020-03-31", mission: "UNIFIL")
                    series: strengthSeries(mission: "UNIFIL") { total } }
                  mission(acronym: "UNIFIL") {
                    strength(on: "2020-03-31") { total }
                    strengthSeries(to: "2020-02-29") { total }
                    contributors(on: "2020-03-31", first: 1) { edges { total node { code } } } }
                  other: mission(acronym: "OIF") { strength { total } strengthSeries { total }
                    contributors { totalCount reportedOn } } }""");
        assertEquals(128, answer.getInt("nation.all.total"));
        assertEquals(122, answer.getInt("nation.unifil.total"));
        assertNull(answer.get("nation.untold"));
        assertEquals(4, answer.getInt("nation.rank"));
        assertEquals(3, answer.getInt("nation.unifilRank"));
        assertEquals(List.of(120, 120, 122, 124), answer.getList("nation.series.total"));
        assertEquals(1722, answer.getInt("mission.strength.total"));
        assertEquals(List.of(170, 120), answer.getList("mission.strengthSeries.total"));
        assertEquals("GHA", answer.getString("mission.contributors.edges[0].node.code"));
        assertNull(answer.get("other.strength"));
        assertEquals(List.of(), answer.getList("other.strengthSeries"));
        assertEquals(0, answer.getInt("other.contributors.totalCount"));
        assertNull(answer.get("other.contributors.reportedOn"));
    }

    @Test
    void omitsPeriodsWithoutReport() {
        assertEquals(
                List.of(
                        Map.of("period", "2020-01-01", "reportedOn", "2020-01-31", "total", 120),
                        Map.of("period", "2020-02-01", "reportedOn", "2020-02-29", "total", 120),
                        Map.of("period", "2020-03-01", "reportedOn", "2020-03-31", "total", 128),
                        Map.of("period", "2020-04-01", "reportedOn", "2020-04-30", "total", 123),
                        Map.of("period", "2020-06-01", "reportedOn", "2020-06-30", "total", 124)),
                returnsSeries("nation: \"KAZ\""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a quarter is its last report    | nation: \"KAZ\", interval: QUARTER                     | 2020-01-01 128, 2020-04-01 124",
                "its last by mission             | mission: \"UNIFIL\", interval: QUARTER, to: \"2020-05-31\" | 2020-01-01 1722",
                "a year                          | interval: YEAR                                         | 2020-01-01 124",
                "from and to are included        | nation: \"KAZ\", from: \"2020-02-29\", to: \"2020-03-31\"  | 2020-02-01 120, 2020-03-01 128",
                "a null interval is a month      | nation: \"KAZ\", interval: null, to: \"2020-01-31\"       | 2020-01-01 120",
                "months by nation only are left out by mission | nation: \"KAZ\", mission: \"MINURSO\", from: \"2020-03-01\" | 2020-03-01 6, 2020-06-01 0",
                "zero is a point too             | nation: \"NPL\", to: \"2020-02-29\"                      | 2020-01-01 50, 2020-02-01 0",
                "nothing within                  | from: \"2020-05-01\", to: \"2020-05-31\"                 | ''",
                "an unknown nation               | nation: \"XXX\"                                        | ''",
            })
    void returnsSeries(String name, String arguments, String expected) {
        assertEquals(
                expected,
                String.join(
                        ", ",
                        returnsSeries(arguments).stream()
                                .map(point -> point.get("period") + " " + point.get("total"))
                                .toList()));
    }

    @Test
    void rejectsFromAfterTo() {
        Map<String, Object> error = error("{ strengthSeries(from: \"2020-02-01\", to: \"2020-01-01\") { total } }");
        assertEquals("BAD_USER_INPUT", code(error));
        assertTrue(error.get("message")
                .toString()
                .startsWith("`from` must not be after `to`, but was 2020-02-01 and `to` was 2020-01-01."));
    }

    @Test
    void ignoresCountsOfOtherSources() {
        rows.source("A");
        rows.update("""
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, precision, status,
                  as_of_date, as_of_precision, source_pk)
                select 'T-other', n.pk, m.pk, 'TROOPS', 1000, 'EXACT', 'DEPLOYED', date '2020-03-31', 'DAY', s.pk
                from nation n, mission m, source s
                where n.code = 'KAZ' and m.acronym = 'UNIFIL' and s.natural_key = 'T-A'""");
        try {
            JsonPath answer = data("""
                    { strength(on: "2020-03-31") { total }
                      nation(code: "KAZ") {
                        strength(on: "2020-03-31", mission: "UNIFIL") { total }
                        strengthSeries(from: "2020-01-01") { total } }
                      contributors(on: "2020-03-31") { edges { total } } }""");
            assertEquals(3729, answer.getInt("strength.total"));
            assertEquals(122, answer.getInt("nation.strength.total"));
            assertEquals(List.of(120, 120, 128, 123, 124), answer.getList("nation.strengthSeries.total"));
            assertEquals(List.of(2000, 800, 800, 128, 1), answer.getList("contributors.edges.total"));
        } finally {
            rows.clear();
        }
    }

    @Test
    void returnsNullWithoutReports() {
        rows.clearImports();
        JsonPath answer = data("""
                { strength { total } strengthSeries { total } contributors { totalCount reportedOn nodes { code } }
                  nation(code: "KAZ") { rank strength { total } } }""");
        assertNull(answer.get("strength"));
        assertEquals(List.of(), answer.getList("strengthSeries"));
        assertEquals(0, answer.getInt("contributors.totalCount"));
        assertNull(answer.get("nation.rank"));
        assertNull(answer.get("nation.strength"));
    }

    private static List<Map<String, ?>> returnsSeries(String arguments) {
        return data("{ strengthSeries(" + arguments + ") { period reportedOn total } }")
                .getList("strengthSeries");
    }
}
