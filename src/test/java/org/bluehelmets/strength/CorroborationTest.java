package org.bluehelmets.strength;

import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What articles say, compared with the official reports. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CorroborationTest {

    private static final String CORROBORATIONS = """
            query ($prefix: String!) {
              sources(filter: { key: { startsWith: $prefix } }) { nodes { personnelCounts(first: 100) { nodes {
                corroboration { verdict officialTotal difference reportedOn } } } } } }""";

    private final Rows rows = new Rows();

    /** Nothing of February 2020, April by nation only. */
    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions.load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 2, 98, "2020-01-31")
                .row("KAZ", "UNIFIL", "Staff Officer", 0, 3, "2020-01-31")
                .row("KAZ", "MINURSO", "Experts on Mission", 0, 5, "2020-01-31")
                .row("IND", "UNIFIL", "Troops", 0, 900, "2020-01-31")
                .row("KAZ", "UNIFIL", "Troops", 0, 120, "2020-03-31")
                .row("KAZ", "", "Troops", 0, 130, "2020-04-30")
                .row("KAZ", "UNIFIL", "Troops", 0, 139, "2020-05-31"));
        rows.source("A");
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "equal                  | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | DEPLOYED   | 2020-01-15 | CONFIRMED | 100 | 0",
                "a month                | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | DEPLOYED   | 2020-01    | CONFIRMED | 100 | 0",
                "more than claimed      | KAZ | UNIFIL | TROOPS         | 99   | EXACT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | 1",
                "less than claimed      | KAZ | UNIFIL | TROOPS         | 101  | EXACT    | HISTORICAL | 2020-01-31 | DIFFERS   | 100 | -1",
                "about, 5 % less        | KAZ | UNIFIL | TROOPS         | 105  | ABOUT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | -5",
                "about, too little      | KAZ | UNIFIL | TROOPS         | 106  | ABOUT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | -6",
                "about, 5 % more        | KAZ | UNIFIL | TROOPS         | 96   | ABOUT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | 4",
                "about, too many        | KAZ | UNIFIL | TROOPS         | 95   | ABOUT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | 5",
                "up to, at most         | KAZ | UNIFIL | TROOPS         | 100  | UP_TO    | AUTHORISED | 2020-01-31 | CONFIRMED | 100 | 0",
                "up to, more            | KAZ | UNIFIL | TROOPS         | 99   | UP_TO    | AUTHORISED | 2020-01-31 | DIFFERS   | 100 | 1",
                "at least               | KAZ | UNIFIL | TROOPS         | 99   | AT_LEAST | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | 1",
                "at least, fewer        | KAZ | UNIFIL | TROOPS         | 101  | AT_LEAST | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | -1",
                "all kinds              | KAZ | UNIFIL | ALL            | 103  | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 103 | 0",
                "another kind           | KAZ | UNIFIL | STAFF_OFFICERS | 3    | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 3   | 0",
                "all missions           | KAZ | -      | ALL            | 108  | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 108 | 0",
                "all nations            | -   | UNIFIL | TROOPS         | 1000 | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 1000 | 0",
                "everybody              | -   | -      | ALL            | 1008 | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 1008 | 0",
                "nobody, as claimed     | UZB | -      | ALL            | 0    | EXACT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 0   | 0",
                "nobody, though claimed | UZB | UNIFIL | TROOPS         | 7    | EXACT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 0   | -7",
                "a month without report | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | DEPLOYED   | 2020-02-15 | NO_OFFICIAL_REPORT | - | -",
                "a month by nation only | KAZ | UNIFIL | TROOPS         | 130  | EXACT    | DEPLOYED   | 2020-04-15 | NO_OFFICIAL_REPORT | - | -",
                "the same, all missions | KAZ | -      | TROOPS         | 130  | EXACT    | DEPLOYED   | 2020-04-15 | CONFIRMED | 130 | 0",
                "a year names no month  | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | DEPLOYED   | 2020       | NO_OFFICIAL_REPORT | - | -",
                "a mission of others    | KAZ | OIF    | TROOPS         | 0    | EXACT    | DEPLOYED   | 2020-01-31 | NO_OFFICIAL_REPORT | - | -",
                "planned, same month    | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2020-01-31 | CONFIRMED | 100 | 0",
                "planned, first report  | KAZ | UNIFIL | TROOPS         | 120  | EXACT    | PLANNED    | 2020-02    | CONFIRMED | 120 | 0",
                "planned, by mission    | KAZ | UNIFIL | TROOPS         | 139  | EXACT    | PLANNED    | 2020-04    | CONFIRMED | 139 | 0",
                "planned, none yet      | KAZ | UNIFIL | TROOPS         | 139  | EXACT    | PLANNED    | 2020-06    | NO_OFFICIAL_REPORT | - | -",
            })
    void verdicts(
            String name,
            String nation,
            String mission,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String verdict,
            Integer officialTotal,
            Integer difference) {
        figure("T-1", nation, mission, category, total, precision, status, asOf);

        Map<String, Object> corroboration = corroborations().get(0);

        assertEquals(verdict, corroboration.get("verdict"));
        assertEquals(officialTotal, corroboration.get("officialTotal"));
        assertEquals(difference, corroboration.get("difference"));
        assertEquals(officialTotal == null, corroboration.get("reportedOn") == null);
    }

    @Test
    void officialFiguresHaveNone() {
        JsonPath answer = data("""
                { personnelCounts(filter: { source: { key: { eq: "un-contributions" } } }, first: 1) {
                  nodes { total corroboration { verdict } } } }""");
        assertTrue(answer.getInt("personnelCounts.nodes[0].total") > 0);
        assertNull(answer.get("personnelCounts.nodes[0].corroboration"));
    }

    @Test
    void manyFiguresAtOnce() {
        figure("T-1", "KAZ", "UNIFIL", "TROOPS", 100, "EXACT", "DEPLOYED", "2020-01-31");
        figure("T-2", "KAZ", "UNIFIL", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-03-31");
        figure("T-3", "IND", "UNIFIL", "TROOPS", 900, "EXACT", "DEPLOYED", "2020-01");
        figure("T-4", "KAZ", "MINURSO", "ALL", 5, "EXACT", "DEPLOYED", "2020-01");
        figure("T-5", "IND", "MINURSO", "ALL", 0, "EXACT", "DEPLOYED", "2020-03");
        figure("T-6", null, "UNIFIL", "ALL", 120, "EXACT", "DEPLOYED", "2020-03");
        figure("T-7", "KAZ", null, "ALL", 120, "EXACT", "DEPLOYED", "2020-03");

        assertEquals(
                List.of("CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED"),
                corroborations().stream().map(each -> each.get("verdict")).toList());
    }

    private static List<Map<String, Object>> corroborations() {
        return data(CORROBORATIONS, Map.of("prefix", Rows.PREFIX))
                .getList("sources.nodes[0].personnelCounts.nodes.corroboration");
    }

    private void figure(
            String key,
            String nation,
            String mission,
            String category,
            int total,
            String precision,
            String status,
            String asOf) {
        rows.update(
                """
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, precision, status,
                  as_of_date, as_of_precision, source_pk)
                values (?, (select pk from nation where code = ?), (select pk from mission where acronym = ?), ?, ?, ?, ?,
                  cast(? as date), ?, (select pk from source where natural_key = 'T-A'))""",
                key,
                nation,
                mission,
                category,
                total,
                precision,
                status,
                (asOf + "-01-01").substring(0, 10),
                asOf.length() == 4 ? "YEAR" : asOf.length() == 7 ? "MONTH" : "DAY");
    }
}
