package org.bluehelmets.ingest;

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

/** Imports of small lists of missions and of deaths. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class MissionAndFatalityImportTest {

    private static final String MISSIONS =
            "id,mission_acronym,mission_name,lead_department,mission_isactive,start_date,"
                    + "end_date,mission_location,mission_longitude,mission_latitude,last_update\n";
    private static final String DEATHS = "id,incident_date,casualty_id,mission_acronym,type_of_casualty,last_update\n";

    @Inject
    Importer importer;

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void aMissionWithDecimalCommas() throws Exception {
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
    void aMissionThatHasEndedNobodyKnowsWhen() throws Exception {
        load(MISSIONS + "1,UNNEW,A new mission,DPO,NO,,,,,,2024-02-19\n");

        JsonPath answer = data("""
                { mission(acronym: "UNNEW") { active endedOn { text } location { latitude } }
                  missions(filter: { acronym: { eq: "UNNEW" }, active: { eq: false } }) { totalCount } }""");
        assertEquals(false, answer.getBoolean("mission.active"));
        assertNull(answer.get("mission.endedOn"));
        assertNull(answer.get("mission.location"));
        assertEquals(1, answer.getInt("missions.totalCount"));
    }

    @Test
    void whatAnotherSourceSaysOfAMissionStays() throws Exception {
        ImportReport report = load(MISSIONS + "1,UNIFIL,Another name,DPO,No,2001-01-01,2002-01-01,,,,2024-02-19\n");

        assertEquals(new Changes(List.of(), List.of(), List.of(), 0, 1), report.changes());
        assertEquals(
                "United Nations Interim Force in Lebanon",
                data("{ mission(acronym: \"UNIFIL\") { name } }").getString("mission.name"));
    }

    @Test
    void aMissionThatContributionsHaveAddedGetsItsName() throws Exception {
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
    void missionsThatCannotBeRead() throws Exception {
        ImportReport report = load(MISSIONS
                + "1,UNNEW,,DPO,Yes,2019-01-01,,,,,\n"
                + "2,UNNEW,A,DPO,Perhaps,2019-01-01,,,,,\n"
                + "3,UNNEW,A,DPO,Yes,2019-01-01,2018-01-01,,,,\n"
                + "4,UNNEW,A,DPO,Yes,2019-01-01,,,\"12,5\",,\n"
                + "5,UNNEW,A,DPO,Yes,2019-01-01,,,\"12,5\",91,\n"
                + "6,UNNEW,A,DPO,Yes,2019-01-01,,,,,\n"
                + "7,UNNEW,A,DPO,Yes,2019-01-01,,,,,\n");

        assertEquals(
                List.of(
                        "2 mission_name",
                        "3 mission_isactive",
                        "4 end_date",
                        "5 mission_latitude",
                        "6 mission_latitude",
                        "8 mission_acronym"),
                report.badRows().stream()
                        .map(row -> row.line() + " " + row.column())
                        .toList());
    }

    @Test
    void deathsAreCountedByCasualty() throws Exception {
        ImportReport report = load(DEATHS
                + "1,2003-05-01,UNIFIL-1,UNIFIL,Fatality,2025-04-04\n"
                + "2,2003-05-01,UNIFIL-1,UNIFIL,Fatality,2025-04-04\n"
                + "3,2003-05-02,UNIFIL-2,UNIFIL,Fatality,2025-04-01\n"
                + "4,1948-07-06,UNNEW-1,UNNEW,Fatality,2025-04-04\n");

        assertEquals(4, report.rowsStored());
        assertEquals(List.of("UNNEW"), report.missionsAdded());
        assertEquals(List.of("UNIFIL", "UNNEW"), report.changes().added());
        assertEquals(Map.of("value", 2f, "asOf", Map.of("text", "2025-04-04")), fatalities("UNIFIL"));
    }

    @Test
    void aFileOfDeathsReplacesTheOneBefore() throws Exception {
        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-04-04\n" + "2,2003-05-01,B,UNDOF,Fatality,2025-04-04\n");

        ImportReport report = load(
                DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-05-04\n" + "2,2003-05-01,C,UNIFIL,Fatality,2025-05-04\n");

        assertEquals(new Changes(List.of(), List.of("UNIFIL"), List.of("UNDOF"), 0, 0), report.changes());
        assertEquals(Map.of("value", 2f, "asOf", Map.of("text", "2025-05-04")), fatalities("UNIFIL"));
        assertNull(fatalities("UNDOF"));
    }

    @Test
    void aFileWithoutDeathsReplacesNothing() throws Exception {
        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-04-04\n");

        assertEquals(Changes.NONE, load(DEATHS).changes());
        assertEquals(1f, fatalities("UNIFIL").get("value"));
    }

    private static Map<String, Object> fatalities(String mission) {
        return data("{ mission(acronym: \"" + mission
                        + "\") { figures(metric: FATALITIES) { value asOf { text } source { key } } } }")
                .getMap("mission.figures.find { it.source.key == 'un-fatalities' }?.subMap(['value', 'asOf'])");
    }

    private ImportReport load(String file) throws Exception {
        return importer.run(Contributions.stream(file), new ImportOptions(null, false, false), Progress.NONE);
    }
}
