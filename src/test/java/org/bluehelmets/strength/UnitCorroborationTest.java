package org.bluehelmets.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the comparison of counts of units and deployments with official totals. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class UnitCorroborationTest {

    private static final String FIGURE = "the figure";

    private final Rows rows = new Rows();
    private final PersonnelCountRows figures = new PersonnelCountRows(rows);

    /** Unit A with the subunits A1 and A2, and unit B. */
    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions.load(Contributions.file()
                .row("GHA", "UNIFIL", "Troops", 0, 120, "2020-01-31")
                .row("GHA", "UNIFIL", "Formed Police Units", 0, 80, "2020-01-31")
                .row("GHA", "UNIFIL", "Troops", 0, 244, "2020-02-29")
                .row("GHA", "UNIFIL", "Troops", 0, 120, "2020-03-31"));
        rows.source("A");
        figures.battalion("A", null);
        figures.battalion("A1", "A");
        figures.battalion("A2", "A");
        figures.battalion("B", null);
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    /** A deployment is written as: key unit rotation status start end. The count belongs to the one with the key OWN. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "equal                          | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "about                          | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 118 | ABOUT    | DEPLOYED | 2020-01 | CONFIRMED",
                "total above                    | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 119 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "total below                    | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 121 | EXACT    | DEPLOYED | 2020-01 | DIFFERS",
                "at least, equal                | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 120 | AT_LEAST | DEPLOYED | 2020-01 | CONFIRMED",
                "at least, total above          | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 100 | AT_LEAST | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "up to, total below             | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 150 | UP_TO    | DEPLOYED | 2020-01 | CONFIRMED",
                "up to, total above             | OWN A 5 DEPLOYED - -                                            | - | TROOPS | 119 | UP_TO    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "all categories                 | OWN A 5 DEPLOYED - -                                            | - | ALL    | 200 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "handover month                 | X A 4 DEPLOYED 2019-08 -; OWN A 5 PLANNED 2020-02 -             | - | TROOPS | 120 | EXACT    | PLANNED  | 2020-02 | NOT_COMPARABLE",
                "handover month, equal          | X A 4 DEPLOYED 2019-08 -; OWN A 5 PLANNED 2020-02 -             | - | TROOPS | 244 | EXACT    | PLANNED  | 2020-02 | NOT_COMPARABLE",
                "handover month, total below    | X A 4 DEPLOYED 2019-08 -; OWN A 5 PLANNED 2020-02 -             | - | TROOPS | 300 | EXACT    | PLANNED  | 2020-02 | NOT_COMPARABLE",
                "after the handover             | X A 4 DEPLOYED 2019-08 -; OWN A 5 PLANNED 2020-02 -             | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-03 | CONFIRMED",
                "before the handover            | OWN A 4 DEPLOYED 2019-08 -; X A 5 PLANNED 2020-02 -             | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "still there after the handover | OWN A 4 DEPLOYED 2019-08 -; X A 5 PLANNED 2020-02 -             | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-03 | NOT_COMPARABLE",
                "handover within a year         | X A 4 ENDED - -; OWN A 5 DEPLOYED 2020 -                        | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "rotation before ended before   | X A 4 ENDED 2019-08 2020-01-31; OWN A 5 DEPLOYED 2020-02 -      | - | TROOPS | 244 | EXACT    | DEPLOYED | 2020-02 | CONFIRMED",
                "ends unknown                   | X A 3 ENDED 2018 -; Y A 4 ENDED - -; OWN A 5 DEPLOYED - -       | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "starts unknown                 | OWN A 3 DEPLOYED - -; X A 4 PLANNED - -; Y A 5 PLANNED - -      | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "the third has ended by then    | X A 3 ENDED - -; OWN A 5 DEPLOYED 2020-02 -                     | - | TROOPS | 244 | EXACT    | DEPLOYED | 2020-02 | CONFIRMED",
                "other unit, other number       | X B 4 ENDED 2019 -; OWN A 5 DEPLOYED - -                        | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "other unit, own series         | X B 4 ENDED 2019 -; Y B 5 PLANNED 2021 -; OWN A 5 DEPLOYED - -  | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "other deployment, no dates     | OWN A - DEPLOYED - -; X B - DEPLOYED - -                        | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "other deployment, only planned | OWN A - DEPLOYED - -; X B - PLANNED - -                         | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "other deployment, later        | OWN A - DEPLOYED - -; X B - PLANNED 2020-02-01 -                | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "other deployment, ended        | OWN A - DEPLOYED - -; X B - ENDED 2018 2019                     | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "another part of the same unit  | OWN A1 - DEPLOYED - -; X A2 - DEPLOYED 2019 -                   | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "the unit that it is a part of  | OWN A1 - DEPLOYED - -; X A - DEPLOYED 2019 -                    | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "beside one of no unit          | OWN A - DEPLOYED - -; X - - DEPLOYED 2019 -                     | - | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "unit                           | -                                                               | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "unit, both rotations           | X A 4 DEPLOYED 2019-08 -; Y A 5 DEPLOYED 2020-02 -              | A | TROOPS | 244 | EXACT    | DEPLOYED | 2020-02 | CONFIRMED",
                "unit, one of two rotations     | X A 4 DEPLOYED 2019-08 -; Y A 5 DEPLOYED 2020-02 -              | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-02 | NOT_COMPARABLE",
                "unit and its parts             | X A1 - DEPLOYED 2019 -; Y A2 - DEPLOYED 2019 -                  | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "unit, deployment of no unit    | X - - DEPLOYED 2019 -                                           | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | CONFIRMED",
                "unit, two of no unit           | X - - DEPLOYED 2019 -; Y - - DEPLOYED 2019 -                    | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "unit beside one of no unit     | X A - DEPLOYED 2019 -; Y - - DEPLOYED 2019 -                    | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "unit beside another            | X B - DEPLOYED 2019 -                                           | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-01 | NOT_COMPARABLE",
                "unit, no report                | X B - DEPLOYED 2019 -                                           | A | TROOPS | 120 | EXACT    | DEPLOYED | 2020-04 | NO_OFFICIAL_REPORT",
            })
    void returnsVerdict(
            String name,
            String deployments,
            String unit,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String verdict) {
        boolean own = false;
        for (String deployment : deployments == null ? new String[0] : deployments.split("; *")) {
            String[] parts = deployment.trim().split(" +");
            own |= parts[0].equals("OWN");
            deployment(parts[0], cell(parts[1]), cell(parts[2]), parts[3], cell(parts[4]), cell(parts[5]));
        }
        figure("F", unit, own ? "OWN" : null, category, total, precision, status, asOf, FIGURE);

        Map<String, Object> found = PersonnelCountRows.corroborations().get(FIGURE);

        assertEquals(verdict, found.get("verdict"), found.toString());
        if (verdict.equals("NOT_COMPARABLE")) {
            assertNull(found.get("difference"), found.toString());
        }
    }

    @Test
    void namesContingentsInReason() {
        deployment("X", "A", "4", "DEPLOYED", "2019-08", null);
        deployment("OWN", "A", "5", "PLANNED", "2020-02", null);
        figure("1", null, "OWN", "TROOPS", 120, "EXACT", "PLANNED", "2020-02", "handover");
        figure("2", "A", null, "TROOPS", 120, "ABOUT", "DEPLOYED", "2020-02-10", "above");
        figure("3", "A", "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-03", "equal");

        Map<String, Map<String, Object>> found = PersonnelCountRows.corroborations();

        assertEquals(
                "The UN's total of 244 troops of Ghana in UNIFIL on 29 February 2020 may include rotation 4 of A, so it"
                        + " cannot be compared with this plan for February 2020 of 120 for rotation 5 of A.",
                found.get("handover").get("reason"));
        assertEquals(244, found.get("handover").get("officialTotal"));
        assertEquals("2020-02-29", found.get("handover").get("reportedOn"));
        assertEquals(
                "The UN reported 244 troops of Ghana in UNIFIL on 29 February 2020, 124 more than this figure of about"
                        + " 120 for A, and may have counted other contingents too.",
                found.get("above").get("reason"));
        assertEquals(
                "The UN reported 120 troops of Ghana in UNIFIL on 31 March 2020, the same as this figure for rotation 5 of A.",
                found.get("equal").get("reason"));
    }

    /** The total of troops does not include police; the total of all categories does. */
    @Test
    void ignoresContingentsOfOtherCategories() {
        deployment("OWN", "A", null, "DEPLOYED", "2019", null);
        deployment("X", "B", null, "DEPLOYED", "2019", null);
        figure("1", null, "X", "FORMED_POLICE_UNITS", 80, "EXACT", "DEPLOYED", "2020-01", "police");
        figure("2", null, "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", "troops");
        figure("3", null, "OWN", "ALL", 200, "EXACT", "DEPLOYED", "2020-01", "all");

        Map<String, Map<String, Object>> found = PersonnelCountRows.corroborations();

        assertEquals("CONFIRMED", found.get("troops").get("verdict"));
        // The deployment with troops has a count of all categories, which may include police.
        assertEquals("NOT_COMPARABLE", found.get("police").get("verdict"));
        assertEquals("NOT_COMPARABLE", found.get("all").get("verdict"));
    }

    /** A count proves where its unit was, even without a deployment. */
    @Test
    void infersPresenceOfUnitsFromCounts() {
        deployment("OWN", "A", null, "DEPLOYED", null, null);
        figure("1", null, "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", "January");
        figure("2", null, "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-03", "March");
        figure("3", "B", null, "TROOPS", 100, "EXACT", "DEPLOYED", "2020-03-05", "other unit");

        Map<String, Map<String, Object>> found = PersonnelCountRows.corroborations();

        assertEquals("CONFIRMED", found.get("January").get("verdict"));
        assertEquals("NOT_COMPARABLE", found.get("March").get("verdict"));
        assertEquals("NOT_COMPARABLE", found.get("other unit").get("verdict"));
    }

    @Test
    void doesNotCompareUnitsWithoutNationOrMission() {
        figures.figure("1", null, "UNIFIL", "A", null, "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", "nation");
        figures.figure("2", "GHA", null, "A", null, "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", "mission");

        Map<String, Map<String, Object>> found = PersonnelCountRows.corroborations();

        assertEquals("NOT_COMPARABLE", found.get("nation").get("verdict"));
        assertEquals(
                "This figure of 120 troops of all nations in UNIFIL (January 2020) counts a unit or deployment without"
                        + " naming a nation; the UN's reports count nations.",
                found.get("nation").get("reason"));
        assertEquals("NOT_COMPARABLE", found.get("mission").get("verdict"));
    }

    /** Other nations of a joint battalion and other missions have separate totals. */
    @Test
    void ignoresDeploymentsOfOtherNationsAndMissions() {
        deployment("OWN", "A", null, "DEPLOYED", "2019", null);
        figures.deployment("X", "ITA", "UNIFIL", "B", null, "DEPLOYED", "2019", null);
        figures.deployment("Y", "ITA", "UNIFIL", "A", null, "DEPLOYED", "2019", null);
        figures.deployment("Z", "GHA", "MINURSO", "B", null, "DEPLOYED", "2019", null);
        figure("1", null, "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", FIGURE);

        assertEquals(
                "CONFIRMED", PersonnelCountRows.corroborations().get(FIGURE).get("verdict"));
    }

    @Test
    void updatesVerdictAfterNewDeployment() {
        deployment("OWN", "A", null, "DEPLOYED", "2019", null);
        figure("1", null, "OWN", "TROOPS", 120, "EXACT", "DEPLOYED", "2020-01", FIGURE);
        assertEquals(
                "CONFIRMED", PersonnelCountRows.corroborations().get(FIGURE).get("verdict"));

        deployment("X", "B", null, "DEPLOYED", "2019", null);
        assertEquals(
                "NOT_COMPARABLE",
                PersonnelCountRows.corroborations().get(FIGURE).get("verdict"));

        rows.update("update battalion set parent_pk = (select pk from battalion where natural_key = 'T-A')"
                + " where natural_key = 'T-B'");
        assertEquals(
                "CONFIRMED", PersonnelCountRows.corroborations().get(FIGURE).get("verdict"));
    }

    private void deployment(String key, String unit, String rotation, String status, String start, String end) {
        figures.deployment(
                key, "GHA", "UNIFIL", unit, rotation == null ? null : Integer.valueOf(rotation), status, start, end);
    }

    private void figure(
            String key,
            String unit,
            String deployment,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String note) {
        figures.figure(key, "GHA", "UNIFIL", unit, deployment, category, total, precision, status, asOf, note);
    }

    private static String cell(String cell) {
        return cell.equals("-") ? null : cell;
    }
}
