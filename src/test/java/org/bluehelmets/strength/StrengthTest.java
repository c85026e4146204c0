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
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluehelmets.ingest.ImportOptions;
import org.bluehelmets.ingest.Importer;
import org.bluehelmets.ingest.Progress;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strength, series, contributors and ranks, out of a few small reports. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class StrengthTest {

    @Inject
    Importer importer;

    @Inject
    Rows rows;

    /**
     * January to March 2020 by mission, April by nation only, June by mission again; nothing of May. Nepal leaves in
     * February. Ghana and Italy are equal in March; Togo is reported with nobody.
     */
    @BeforeEach
    void importReports() throws Exception {
        rows.clearImports();
        importer.run(
                Contributions.file()
                        .row("KAZ", "UNIFIL", "Troops", 2, 118, "2020-01-31")
                        .row("NPL", "UNIFIL", "Troops", 0, 50, "2020-01-31")
                        .row("KAZ", "UNIFIL", "Troops", 1, 119, "2020-02-29")
                        .row("KAZ", "UNIFIL", "Troops", 3, 117, "2020-03-31")
                        .row("KAZ", "UNIFIL", "Staff Officer", 1, 1, "2020-03-31")
                        .row("KAZ", "MINURSO", "Experts on Mission", 1, 5, "2020-03-31")
                        .row("GHA", "UNIFIL", "Troops", 100, 700, "2020-03-31")
                        .row("ITA", "UNIFIL", "Troops", 50, 750, "2020-03-31")
                        .row("IND", "UNMISS", "Troops", 0, 2000, "2020-03-31")
                        .row("FRA", "UNMISS", "Individual Police", 0, 1, "2020-03-31")
                        .row("TGO", "UNMISS", "Individual Police", 0, 0, "2020-03-31")
                        .row("KAZ", "", "Troops", 3, 120, "2020-04-30")
                        .row("IND", "", "Troops", 0, 10, "2020-04-30")
                        .row("KAZ", "UNIFIL", "Troops", 4, 120, "2020-06-30")
                        .stream(),
                new ImportOptions(null, false, false),
                Progress.NONE);
    }

    @Test
    void theWholeStrengthOfAReport() {
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
    void strengthAsOfADay(String name, String arguments, String total) {
        assertEquals(total, String.valueOf((Object)
                data("{ strength(" + arguments + ") { total } }").get("strength?.total")));
    }

    @Test
    void theShareOfWomenAmongNobody() {
        Map<String, Object> strength =
                data("{ strength(nation: \"NPL\", on: \"2020-02-29\") { women men womenShare byCategory { total } } }")
                        .getMap("strength");
        assertNull(strength.get("womenShare"));
        assertEquals(0, strength.get("women"));
        assertEquals(List.of(), strength.get("byCategory"));
    }

    @Test
    void theSameOnNationsAndMissions() {
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
    void aSeriesHasThePeriodsThatWereReported() {
        assertEquals(
                List.of(
                        Map.of("period", "2020-01-01", "reportedOn", "2020-01-31", "total", 120),
                        Map.of("period", "2020-02-01", "reportedOn", "2020-02-29", "total", 120),
                        Map.of("period", "2020-03-01", "reportedOn", "2020-03-31", "total", 128),
                        Map.of("period", "2020-04-01", "reportedOn", "2020-04-30", "total", 123),
                        Map.of("period", "2020-06-01", "reportedOn", "2020-06-30", "total", 124)),
                series("nation: \"KAZ\""));
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
                "nobody is a point too           | nation: \"NPL\", to: \"2020-02-29\"                      | 2020-01-01 50, 2020-02-01 0",
                "nothing within                  | from: \"2020-05-01\", to: \"2020-05-31\"                 | ''",
                "an unknown nation               | nation: \"XXX\"                                        | ''",
            })
    void series(String name, String arguments, String expected) {
        assertEquals(
                expected,
                String.join(
                        ", ",
                        series(arguments).stream()
                                .map(point -> point.get("period") + " " + point.get("total"))
                                .toList()));
    }

    @Test
    void aSeriesThatEndsBeforeItBegins() {
        Map<String, Object> error = error("{ strengthSeries(from: \"2020-02-01\", to: \"2020-01-01\") { total } }");
        assertEquals("BAD_USER_INPUT", code(error));
        assertTrue(error.get("message").toString().startsWith("from is 2020-02-01, after to, 2020-01-01"));
    }

    @Test
    void contributorsWithEqualTotalsShareARank() {
        JsonPath answer = data("""
                { contributors(on: "2020-03-31") { totalCount reportedOn
                  edges { rank total women men share node { code } } nodes { code } } }""");
        assertEquals(
                List.of("1 IND 2000", "2 GHA 800", "2 ITA 800", "4 KAZ 128", "5 FRA 1"),
                answer.<Map<String, ?>>getList("contributors.edges").stream()
                        .map(edge -> edge.get("rank") + " " + ((Map<?, ?>) edge.get("node")).get("code") + " "
                                + edge.get("total"))
                        .toList());
        assertEquals(5, answer.getInt("contributors.totalCount"));
        assertEquals("2020-03-31", answer.getString("contributors.reportedOn"));
        assertEquals(List.of("IND", "GHA", "ITA", "KAZ", "FRA"), answer.getList("contributors.nodes.code"));
        assertEquals(800 / 3729f, answer.getFloat("contributors.edges[1].share"));
        assertEquals(100, answer.getInt("contributors.edges[1].women"));
    }

    @Test
    void aNationWithNobodyIsNoContributorAndHasNoRank() {
        JsonPath answer = data("""
                { togo: nation(code: "TGO") { rank(on: "2020-03-31") }
                  nepal: nation(code: "NPL") { now: rank(on: "2020-02-29") then: rank(on: "2020-01-31") }
                  india: nation(code: "IND") { rank(on: "2020-03-31", mission: "UNIFIL") }
                  untold: nation(code: "IND") { rank(on: "2020-04-30", mission: "UNIFIL") }
                  told: nation(code: "IND") { rank(on: "2020-04-30") } }""");
        assertNull(answer.get("togo.rank"));
        assertNull(answer.get("nepal.now"));
        assertEquals(2, answer.getInt("nepal.then"));
        assertNull(answer.get("india.rank"));
        assertNull(answer.get("untold.rank"));
        assertEquals(2, answer.getInt("told.rank"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mission: \"UNIFIL\", on: \"2020-03-31\" | GHA ITA KAZ | 2020-03-31",
                "mission: \"UNIFIL\", on: \"2020-04-30\" | ''          |",
                "on: \"2020-04-30\"                    | KAZ IND     | 2020-04-30",
                "on: \"2020-01-01\"                    | ''          |",
                "mission: \"XXX\"                      | ''          |",
                "mission: \"UNDOF\", on: \"2020-03-31\"  | ''          | 2020-03-31",
            })
    void contributorsOf(String arguments, String codes, String reportedOn) {
        JsonPath answer = data("{ contributors(" + arguments + ") { reportedOn nodes { code } } }");
        assertEquals(codes, String.join(" ", answer.getList("contributors.nodes.code", String.class)));
        assertEquals(reportedOn, answer.getString("contributors.reportedOn"));
    }

    @Test
    void contributorsComeInPages() {
        List<String> codes = new ArrayList<>();
        String after = "null";
        boolean more = true;
        while (more) {
            JsonPath page = data("""
                    { contributors(on: "2020-03-31", first: 2, after: %s) {
                      totalCount nodes { code } edges { cursor }
                      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""".formatted(after));
            assertEquals(!codes.isEmpty(), page.getBoolean("contributors.pageInfo.hasPreviousPage"));
            assertEquals(5, page.getInt("contributors.totalCount"));
            List<String> cursors = page.getList("contributors.edges.cursor");
            assertEquals(cursors.get(0), page.getString("contributors.pageInfo.startCursor"));
            assertEquals(cursors.get(cursors.size() - 1), page.getString("contributors.pageInfo.endCursor"));
            codes.addAll(page.getList("contributors.nodes.code"));
            after = "\"" + page.getString("contributors.pageInfo.endCursor") + "\"";
            more = page.getBoolean("contributors.pageInfo.hasNextPage");
        }
        assertEquals(List.of("IND", "GHA", "ITA", "KAZ", "FRA"), codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 101          | first is 101; ask for 0 to 100 at a time",
                "first: -1           | first is -1; ask for 0 to 100 at a time",
                "after: \"x\"          | after is no cursor of this list",
                "on: \"2020-02-30\"    | on is \"2020-02-30\"; write a day that exists",
            })
    void badArguments(String arguments, String message) {
        Map<String, Object> error = error("{ contributors(" + arguments + ") { totalCount } }");
        assertEquals("BAD_USER_INPUT", code(error));
        assertTrue(error.get("message").toString().startsWith(message), error.toString());
    }

    @Test
    void onlyTheOfficialDatasetIsAddedUp() {
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
    void withoutAnyReport() {
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

    private static List<Map<String, ?>> series(String arguments) {
        return data("{ strengthSeries(" + arguments + ") { period reportedOn total } }")
                .getList("strengthSeries");
    }
}
