package org.bluehelmets.imports;

import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests imports of fatalities. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FatalityImportTest {

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

    /** Older versions added missions for such acronyms; imports remove them once nothing refers to them. */
    @Test
    void removesUnusedMissionsOfSuchAcronyms() throws Exception {
        for (String acronym : List.of("UNEF", "UNAVEM")) {
            rows.update("""
                    insert into mission (acronym, name, name_key, kind, source_pk)
                    values (?, ?, '', 'SUPPORT', (select pk from source where natural_key = 'un-missions'))""", acronym, acronym);
        }
        rows.update("""
                insert into figure (natural_key, metric, amount, precision, as_of_date, as_of_precision, mission_pk, source_pk)
                values ('un-fatalities/UNEF', 'FATALITIES', 1, 'EXACT', date '2025-04-04', 'DAY', (select pk from mission where acronym = 'UNEF'),
                  (select pk from source where natural_key = 'un-fatalities'))""");
        String file =
                MISSIONS + "1,UNEF,Both,DPO,No,1956-11-01,1979-07-01,,,,\n" + "2,UNAVEM,Both,DPO,No,1989-01-01,,,,,\n";

        assertEquals(List.of("UNAVEM"), load(file).changes().removed());

        load(DEATHS + "1,1957-05-01,A,UNEF,Fatality,2025-04-04\n");
        assertEquals(
                0,
                data("{ missions(filter: { acronym: { in: [\"UNEF\", \"UNAVEM\"] } }) { totalCount } }")
                        .getInt("missions.totalCount"));
    }

    /** UNOSOM I was active in March 1993, and UNOSOM II started on 26 March. */
    @Test
    void countsDeathsOfSharedAcronymInCurrentMission() throws Exception {
        ImportReport report = load(DEATHS
                + "1,1993-03-25,A,UNOSOM,Fatality,2025-04-04\n"
                + "2,1993-03-26,B,UNOSOM,Fatality,2025-04-04\n"
                + "3,2003-04-20,C,UNOSOM,Fatality,2025-04-04\n"
                + "4,1991-01-01,D,UNOSOM,Fatality,2025-04-04\n"
                + "5,1996-01-01,E,IPTF,Fatality,2025-04-04\n");

        assertEquals(
                List.of("UNMIBH", "UNOSOM I", "UNOSOM II"), report.changes().added());
        assertEquals(List.of(), report.missionsAdded());
        assertEquals(2f, fatalities("UNOSOM I").get("value"));
        assertEquals(2f, fatalities("UNOSOM II").get("value"));
        assertEquals(
                "The file gives some or all of these deaths under IPTF; each is counted in the mission that was under way on"
                        + " its day.",
                data("{ mission(acronym: \"UNMIBH\") { figures(metric: FATALITIES) { note } } }")
                        .getString("mission.figures[0].note"));
    }

    @Test
    void countsEachCasualtyOnce() throws Exception {
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
    void replacesFiguresOfPreviousFile() throws Exception {
        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-04-04\n" + "2,2003-05-01,B,UNDOF,Fatality,2025-04-04\n");

        String file =
                DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-05-04\n" + "2,2003-05-01,C,UNIFIL,Fatality,2025-05-04\n";
        assertEquals(
                List.of(new Shrinkage("fatalities", "missions", 2, 1, 2, 2)),
                load(file).shrinking());
        assertEquals(1f, fatalities("UNDOF").get("value"));

        ImportReport report = load(file, ImportOptions.DEFAULT.withAllowShrinking());

        assertEquals(new ImportSummary(List.of(), List.of("UNIFIL"), List.of("UNDOF"), 0, 0), report.changes());
        assertEquals(Map.of("value", 2f, "asOf", Map.of("text", "2025-05-04")), fatalities("UNIFIL"));
        assertNull(fatalities("UNDOF"));
    }

    /** The new figures would lack the deaths of bad rows. */
    @Test
    void missionsWithBadRowsKeepTheirFigures() throws Exception {
        ImportOptions skipping = ImportOptions.DEFAULT.withSkipBadRows();
        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-04-04\n"
                + "2,2003-05-01,B,UNIFIL,Fatality,2025-04-04\n"
                + "3,2003-05-01,C,UNTSO,Fatality,2025-04-04\n");

        ImportReport report = load(
                DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-05-04\n"
                        + "2,2003-05-xx,B,UNIFIL,Fatality,2025-05-04\n"
                        + "3,2003-05-01,C,UNTSO,Fatality,2025-05-04\n"
                        + "4,2003-05-01,D,UNDOF,Fatality,2025-05-04\n"
                        + "5,2003-05-xx,E,UNDOF,Fatality,2025-05-04\n",
                skipping);

        assertEquals(List.of("UNIFIL"), report.kept());
        assertEquals(List.of("UNDOF"), report.incomplete());
        assertEquals(
                List.of(5L, 2L, 2L, 1L),
                List.of(report.rowsRead(), report.rowsStored(), report.rowsBad(), report.rowsLeftOut()));
        assertEquals(Map.of("value", 2f, "asOf", Map.of("text", "2025-04-04")), fatalities("UNIFIL"));
        assertEquals("2025-05-04", ((Map<?, ?>) fatalities("UNTSO").get("asOf")).get("text"));
        assertEquals("Rows of the file could not be read and were skipped.", note("UNDOF"));

        // a bad row of an unknown mission
        report = load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-06-04\n2\n", skipping);
        assertEquals(List.of("UNIFIL", "UNDOF", "UNTSO"), report.kept());
        assertEquals(List.of(), report.changes().removed());

        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-06-04\n"
                + "2,2003-05-01,B,UNIFIL,Fatality,2025-06-04\n"
                + "3,2003-05-01,C,UNTSO,Fatality,2025-06-04\n"
                + "4,2003-05-01,D,UNDOF,Fatality,2025-06-04\n");
        assertNull(note("UNDOF"));
    }

    private static String note(String mission) {
        return data("{ mission(acronym: \"" + mission + "\") { figures(metric: FATALITIES) { note source { key } } } }")
                .getString("mission.figures.find { it.source.key == 'un-fatalities' }.note");
    }

    @Test
    void fileWithoutDeathsReplacesNothing() throws Exception {
        load(DEATHS + "1,2003-05-01,A,UNIFIL,Fatality,2025-04-04\n");

        assertEquals(ImportSummary.NONE, load(DEATHS).changes());
        assertEquals(1f, fatalities("UNIFIL").get("value"));
    }

    private static Map<String, Object> fatalities(String mission) {
        return data("{ mission(acronym: \"" + mission
                        + "\") { figures(metric: FATALITIES) { value asOf { text } source { key } } } }")
                .getMap("mission.figures.find { it.source.key == 'un-fatalities' }?.subMap(['value', 'asOf'])");
    }

    private ImportReport load(String file) throws Exception {
        return load(file, ImportOptions.DEFAULT);
    }

    private ImportReport load(String file, ImportOptions options) throws Exception {
        return importer.run(Contributions.stream(file), options, ImportProgress.NONE);
    }
}
