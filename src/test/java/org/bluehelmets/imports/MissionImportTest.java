package org.bluehelmets.imports;

import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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

/** Tests imports of the list of missions. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class MissionImportTest {

    private static final String MISSIONS =
            "id,mission_acronym,mission_name,lead_department,mission_isactive,start_date,"
                    + "end_date,mission_location,mission_longitude,mission_latitude,last_update\n";

    @Inject
    Importer importer;

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void readsDecimalCommas() throws Exception {
        load(MISSIONS + "39,UNNEW,A new mission,DPO,Yes,1978-03-19,,Naqoura ,\"35,1342\",\"33,1200\",2024-02-19\n");

        assertEquals(
                Map.of(
                        "name",
                        "A new mission",
                        "active",
                        true,
                        "startedOn",
                        Map.of("text", "1978-03-19"),
                        "headquarters",
                        "Naqoura",
                        "location",
                        Map.of("longitude", 35.1342f, "latitude", 33.12f),
                        "source",
                        Map.of("key", "un-missions")),
                data("""
                        { mission(acronym: "UNNEW") { name active startedOn { text } headquarters
                          location { longitude latitude } source { key } } }""").getMap("mission"));
    }

    @Test
    void importsMissionWithUnknownEnd() throws Exception {
        load(MISSIONS + "1,UNNEW,A new mission,DPO,NO,,,,,,2024-02-19\n");

        JsonPath answer = data("""
                { mission(acronym: "UNNEW") { active endedOn { text } location { latitude } }
                  missions(filter: { acronym: { eq: "UNNEW" }, active: { eq: false } }) { totalCount } }""");
        assertEquals(false, answer.getBoolean("mission.active"));
        assertNull(answer.get("mission.endedOn"));
        assertNull(answer.get("mission.location"));
        assertEquals(1, answer.getInt("missions.totalCount"));
    }

    /** The flag overrides a contradicting end date, as of the last update of the row. */
    @ParameterizedTest
    @CsvSource({
        // active, end, active at the start of 2024, on 1 June 2024, later
        "Yes, , true, true, true",
        "Yes, 2023-06-30, true, true, true",
        "Yes, 2024-06-30, true, true, false",
        "No, 2024-02-19, true, false, false",
        "No, 2024-06-30, false, false, false",
        "No, , false, false, false",
        ", 2024-06-30, true, true, false",
        ", 2023-06-30, false, false, false"
    })
    void derivesActivityFromFlagAndEnd(String active, String end, boolean before, boolean then, boolean later)
            throws Exception {
        load(MISSIONS
                + "1,UNNEW,A new mission,DPO,%s,2019-01-01,%s,,,,2024-02-19\n"
                        .formatted(active == null ? "" : active, end == null ? "" : end));

        assertEquals(
                Map.of("before", before, "then", then, "later", later),
                data("""
                        { mission(acronym: "UNNEW") { before: active(on: "2024-01-01") then: active(on: "2024-06-01")
                          later: active(on: "2026-01-01") } }""").getMap("mission"));
    }

    @ParameterizedTest
    @CsvSource({
        "DPO, UNNEW, PEACEKEEPING",
        "dpko, UNNEW, PEACEKEEPING",
        ", UNNEW, PEACEKEEPING",
        "DPPA, UNNEW, SPECIAL_POLITICAL",
        "DOS, UNNEW, SUPPORT",
        "DPO, UNSMA, SPECIAL_POLITICAL",
        "DPO, unpf, SUPPORT"
    })
    void derivesKindFromDepartmentAndAcronym(String department, String acronym, String kind) throws Exception {
        load(MISSIONS
                + "1,%s,A new mission,%s,No,2019-01-01,,,,,\n"
                        .formatted(acronym, department == null ? "" : department));

        assertEquals(
                kind, data("{ mission(acronym: \"" + acronym + "\") { kind } }").getString("mission.kind"));
    }

    @Test
    void skipsAcronymsThatAreNoMission() throws Exception {
        ImportReport report = load(MISSIONS
                + "1,UNEF,Both,DPO,No,1956-11-01,1979-07-01,,,,2024-02-19\n"
                + "2,UNNEW,A new mission,DPO,Yes,2019-01-01,,,,,\n"
                + "3,UNCPSG,Another,DPO,No,1998-01-01,,,,,\n");

        assertEquals(List.of(3L, 1L, 0L), List.of(report.rowsRead(), report.rowsStored(), report.rowsBad()));
        assertEquals(
                List.of(
                        "line 2: UNEF is skipped: it stands for UNEF I and UNEF II together, which are listed themselves",
                        "line 4: UNCPSG is skipped: it is another acronym of UNPSG, which is listed itself"),
                report.skippedRows().stream().map(SkippedRow::toString).toList());
        assertEquals(List.of("UNNEW"), report.changes().added());
        assertEquals(
                0,
                data("{ missions(filter: { acronym: { in: [\"UNEF\", \"UNCPSG\"] } }) { totalCount } }")
                        .getInt("missions.totalCount"));
        assertEquals(
                "3 mission_acronym",
                load(MISSIONS + "1,UNEF,Both,DPO,No,,,,,,\n" + "2,unef,Both,DPO,No,,,,,,\n").badRows().stream()
                        .map(row -> row.line() + " " + row.column())
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void keepsMissionsOfOtherSources() throws Exception {
        ImportReport report = load(MISSIONS + "1,UNIFIL,Another name,DPO,No,2001-01-01,2002-01-01,,,,2024-02-19\n");

        assertEquals(new ImportSummary(List.of(), List.of(), List.of(), 0, 1), report.changes());
        assertEquals(
                "United Nations Interim Force in Lebanon",
                data("{ mission(acronym: \"UNIFIL\") { name } }").getString("mission.name"));
    }

    @Test
    void completesMissionsThatContributionsAdded() throws Exception {
        load(Contributions.file()
                .row("KAZ", "UNNEW", "Troops", 0, 1, "2020-01-31")
                .text());
        String file = MISSIONS + "1,UNNEW,A new mission,DPO,Yes,2019-01-01,,,,,2024-02-19\n";

        assertEquals(List.of("UNNEW"), load(file).changes().replaced());
        assertEquals(
                "A new mission",
                data("{ mission(acronym: \"UNNEW\") { name } }").getString("mission.name"));
        assertEquals(1, load(file).changes().unchanged());
    }

    @Test
    void reportsBadMissionRows() throws Exception {
        ImportReport report = load(MISSIONS
                + "1,UNNEW,,DPO,Yes,2019-01-01,,,,,\n"
                + "2,UNNEW,A,DPO,Perhaps,2019-01-01,,,,,\n"
                + "3,UNNEW,A,DPO,Yes,2019-01-01,2018-01-01,,,,\n"
                + "4,UNNEW,A,DPO,Yes,2019-01-01,,,\"12,5\",,\n"
                + "5,UNNEW,A,DPO,Yes,2019-01-01,,,\"12,5\",91,\n"
                + "6,UNNEW,A,DPO,Yes,2019-01-01,,,,,\n"
                + "7,UNNEW,A,DPO,Yes,2019-01-01,,,,,\n"
                + "8,UNNEWER,A,DPO,Yes,,,,,,\n");

        assertEquals(
                List.of(
                        "2 mission_name",
                        "3 mission_isactive",
                        "4 end_date",
                        "5 mission_latitude",
                        "6 mission_latitude",
                        "8 mission_acronym",
                        "9 start_date"),
                report.badRows().stream()
                        .map(row -> row.line() + " " + row.column())
                        .toList());
    }

    private ImportReport load(String file) throws Exception {
        return importer.run(Contributions.stream(file), ImportOptions.DEFAULT, ImportProgress.NONE);
    }
}
