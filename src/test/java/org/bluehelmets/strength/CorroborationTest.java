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
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies the comparison of personnel counts in articles with official reports. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CorroborationTest {

    private final Rows rows = new Rows();
    private final PersonnelCountRows figures = new PersonnelCountRows(rows);

    /** February 2020 has no report; April is not broken down by mission. */
    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions.load(reports());
        rows.source("A");
    }

    private static Contributions reports() {
        return Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 2, 98, "2020-01-31")
                .row("KAZ", "UNIFIL", "Staff Officer", 0, 3, "2020-01-31")
                .row("KAZ", "MINURSO", "Experts on Mission", 0, 5, "2020-01-31")
                .row("IND", "UNIFIL", "Troops", 0, 900, "2020-01-31")
                .row("KAZ", "UNIFIL", "Troops", 0, 120, "2020-03-31")
                .row("KAZ", "", "Troops", 0, 130, "2020-04-30")
                .row("KAZ", "UNIFIL", "Troops", 0, 139, "2020-05-31");
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
                "less than claimed      | KAZ | UNIFIL | TROOPS         | 101  | EXACT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | -1",
                "about, 5 % less        | KAZ | UNIFIL | TROOPS         | 105  | ABOUT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | -5",
                "about, too little      | KAZ | UNIFIL | TROOPS         | 106  | ABOUT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | -6",
                "about, 5 % more        | KAZ | UNIFIL | TROOPS         | 96   | ABOUT    | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | 4",
                "about, too many        | KAZ | UNIFIL | TROOPS         | 95   | ABOUT    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | 5",
                "up to, at most         | KAZ | UNIFIL | TROOPS         | 100  | UP_TO    | DEPLOYED   | 2020-01-31 | CONFIRMED | 100 | 0",
                "up to, more            | KAZ | UNIFIL | TROOPS         | 99   | UP_TO    | DEPLOYED   | 2020-01-31 | DIFFERS   | 100 | 1",
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
                "a year names no month  | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | DEPLOYED   | 2020       | NOT_COMPARABLE | - | -",
                "a plan for a year      | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2020       | NOT_COMPARABLE | - | -",
                "others' operation      | KAZ | OIF    | TROOPS         | 0    | EXACT    | DEPLOYED   | 2020-01-31 | NOT_COMPARABLE | - | -",
                "a ceiling that is kept | KAZ | UNIFIL | TROOPS         | 430  | UP_TO    | AUTHORISED | 2020-01-31 | NOT_COMPARABLE | - | -",
                "a ceiling reached      | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | AUTHORISED | 2020-01-31 | NOT_COMPARABLE | - | -",
                "a ceiling, no report   | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | AUTHORISED | 2020-02-01 | NOT_COMPARABLE | - | -",
                "over some time         | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | HISTORICAL | 2020-01-31 | NOT_COMPARABLE | - | -",
                "over some time, year   | KAZ | OIF    | TROOPS         | 300  | UP_TO    | HISTORICAL | 2003       | NOT_COMPARABLE | - | -",
                "planned, same month    | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2020-01-31 | CONFIRMED | 100 | 0",
                "planned, first report  | KAZ | UNIFIL | TROOPS         | 120  | EXACT    | PLANNED    | 2020-02    | CONFIRMED | 120 | 0",
                "planned, by mission    | KAZ | UNIFIL | TROOPS         | 139  | EXACT    | PLANNED    | 2020-04    | CONFIRMED | 139 | 0",
                "planned, not as many   | KAZ | UNIFIL | TROOPS         | 200  | EXACT    | PLANNED    | 2019-11    | DIFFERS   | 100 | -100",
                "planned, six months    | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2019-07-31 | CONFIRMED | 100 | 0",
                "planned, seven months  | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2019-06-30 | NO_OFFICIAL_REPORT | - | -",
                "planned, years before  | KAZ | UNIFIL | TROOPS         | 100  | EXACT    | PLANNED    | 2018-04-09 | NO_OFFICIAL_REPORT | - | -",
                "planned, none yet      | KAZ | UNIFIL | TROOPS         | 139  | EXACT    | PLANNED    | 2020-06    | NO_OFFICIAL_REPORT | - | -",
            })
    void returnsVerdict(
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
        figure("1", nation, mission, category, total, precision, status, asOf, name);

        Map<String, Object> corroboration = PersonnelCountRows.corroborations().get(name);

        assertEquals(verdict, corroboration.get("verdict"), corroboration.toString());
        assertEquals(officialTotal, corroboration.get("officialTotal"));
        assertEquals(difference, corroboration.get("difference"));
        assertEquals(officialTotal == null, corroboration.get("reportedOn") == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "KAZ | UNIFIL  | TROOPS             | 100  | EXACT    | DEPLOYED   | 2020-01-15 | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, the same as this figure.",
                "KAZ | UNIFIL  | TROOPS             | 100  | ABOUT    | PLANNED    | 2020-01    | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, the same as this plan for January 2020 of about 100.",
                "KAZ | UNIFIL  | TROOPS             | 101  | EXACT    | DEPLOYED   | 2020-01-15 | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, 1 fewer than this figure of 101.",
                "KAZ | UNIFIL  | TROOPS             | 105  | ABOUT    | DEPLOYED   | 2020-01-15 | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, within 5% of this figure of about 105.",
                "KAZ | UNIFIL  | TROOPS             | 80   | ABOUT    | DEPLOYED   | 2020-01-15 | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, 20 more than this figure of about 80 and outside its margin of 5%.",
                "KAZ | UNIFIL  | TROOPS             | 110  | UP_TO    | DEPLOYED   | 2020-01-15 | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, within this figure of up to 110.",
                "KAZ | UNIFIL  | TROOPS             | 90   | AT_LEAST | PLANNED    | 2020-01    | The UN reported 100 troops of Kazakhstan in UNIFIL on 31 January 2020, no fewer than this plan for January 2020 of at least 90.",
                "IND | MINURSO | TROOPS             | 2    | EXACT    | DEPLOYED   | 2020-01-15 | The UN reported 1 service member of India in MINURSO on 31 January 2020, 1 fewer than this figure of 2.",
                "-   | -       | ALL                | 1009 | EXACT    | DEPLOYED   | 2020-01-15 | The UN reported 1,009 people of all nations in all UN missions on 31 January 2020, the same as this figure.",
                "UZB | UNIFIL  | EXPERTS_ON_MISSION | 1    | EXACT    | DEPLOYED   | 2020-01-15 | The UN reported 0 experts on mission of Uzbekistan in UNIFIL on 31 January 2020, 1 fewer than this figure of 1.",
                "KAZ | UNIFIL  | STAFF_OFFICERS     | 1    | EXACT    | DEPLOYED   | 2020-02-15 | No UN report of February 2020 is available, so this figure of 1 staff officer of Kazakhstan in UNIFIL (15 February 2020) cannot be checked.",
                "KAZ | UNIFIL  | INDIVIDUAL_POLICE  | 3    | EXACT    | DEPLOYED   | 2020-04    | No UN report of April 2020 says who served in which mission, so this figure of 3 individual police officers of Kazakhstan in UNIFIL (April 2020) cannot be checked.",
                "KAZ | UNIFIL  | TROOPS             | 120  | ABOUT    | PLANNED    | 2018-04-09 | No UN report of April 2018 to October 2018 is available, so this plan for April 2018 of about 120 troops of Kazakhstan in UNIFIL cannot be checked.",
                "KAZ | UNIFIL  | TROOPS             | 1    | UP_TO    | AUTHORISED | 2020-01-19 | This figure of up to 1 service member of Kazakhstan in UNIFIL (19 January 2020) is a ceiling, not a count of who served.",
                "KAZ | UNIFIL  | TROOPS             | 3000 | AT_LEAST | HISTORICAL | 2003       | This figure of at least 3,000 troops of Kazakhstan in UNIFIL (2003) counts people who served at some time; each UN report counts who served on one day.",
                "KAZ | OIF     | TROOPS             | 300  | ABOUT    | DEPLOYED   | 2003-06    | The UN's reports do not cover OIF, so this figure of about 300 troops of Kazakhstan in OIF (June 2003) cannot be compared with them.",
                "KAZ | -       | TROOPS             | 170  | ABOUT    | PLANNED    | 2018       | This plan for 2018 of about 170 troops of Kazakhstan in all UN missions names no month, and the UN's reports are monthly.",
            })
    void explainsVerdictInOneSentence(
            String nation,
            String mission,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String reason) {
        Contributions.load(reports().row("IND", "MINURSO", "Troops", 0, 1, "2020-01-31"));
        figure("1", nation, mission, category, total, precision, status, asOf, "a note");

        assertEquals(reason, PersonnelCountRows.corroborations().get("a note").get("reason"));
    }

    /** Missions in a note take precedence over "all missions". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parliament's ceiling over UNDOF UNTSO UNMISS UNISFA together | UNDOF, UNTSO, UNMISS and UNISFA | missions",
                "UNIFIL's and (MINURSO/UNDOF)                                 | UNIFIL, MINURSO and UNDOF       | missions",
                "in Minurso, and again in MINURSO                             | MINURSO                         | mission",
                "in the United Nations Interim Force in Lebanon               | UNIFIL                          | mission",
                "UNAVEM III                                                   | UNAVEM III                      | mission",
            })
    void doesNotCompareMissionsInNoteWithAllMissions(String note, String missions, String noun) {
        figure("1", "KAZ", null, "ALL", 108, "EXACT", "DEPLOYED", "2020-01", note);

        Map<String, Object> corroboration = PersonnelCountRows.corroborations().get(note);

        assertEquals("NOT_COMPARABLE", corroboration.get("verdict"));
        assertNull(corroboration.get("officialTotal"));
        assertEquals(
                "This figure of 108 people of Kazakhstan in %s (January 2020) counts the %s that its note names, and cannot be compared with the UN's total of all missions."
                        .formatted(missions, noun),
                corroboration.get("reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all UN missions together", "for any UN mission", "UNIFILE, XUNDOF and UNTSO2", "unknown"})
    void comparesCountsWithoutMissionWithAllMissions(String note) {
        figure("1", "KAZ", null, "ALL", 108, "EXACT", "DEPLOYED", "2020-01", note);

        assertEquals("CONFIRMED", PersonnelCountRows.corroborations().get(note).get("verdict"));
    }

    @Test
    void returnsNullForOfficialCounts() {
        JsonPath answer = data("""
                { personnelCounts(filter: { source: { key: { eq: "un-contributions" } } }, first: 1) {
                  nodes { total corroboration { verdict } } } }""");
        assertTrue(answer.getInt("personnelCounts.nodes[0].total") > 0);
        assertNull(answer.get("personnelCounts.nodes[0].corroboration"));
    }

    @Test
    void comparesManyCountsInOneQuery() {
        figure("1", "KAZ", "UNIFIL", "TROOPS", 100, "EXACT", "DEPLOYED", "2020-01-31", "1");
        figure("2", "KAZ", "UNIFIL", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-03-31", "2");
        figure("3", "IND", "UNIFIL", "TROOPS", 900, "EXACT", "DEPLOYED", "2020-01", "3");
        figure("4", "KAZ", "MINURSO", "ALL", 5, "EXACT", "DEPLOYED", "2020-01", "4");
        figure("5", "IND", "MINURSO", "ALL", 0, "EXACT", "DEPLOYED", "2020-03", "5");
        figure("6", null, "UNIFIL", "ALL", 120, "EXACT", "DEPLOYED", "2020-03", "6");
        figure("7", "KAZ", null, "ALL", 120, "EXACT", "DEPLOYED", "2020-03", "7");

        assertEquals(
                List.of("CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED"),
                PersonnelCountRows.corroborations().values().stream()
                        .map(each -> each.get("verdict"))
                        .toList());
    }

    private void figure(
            String key,
            String nation,
            String mission,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String note) {
        figures.figure(key, nation, mission, null, null, category, total, precision, status, asOf, note);
    }
}
