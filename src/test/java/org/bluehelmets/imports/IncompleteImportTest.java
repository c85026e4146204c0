package org.bluehelmets.imports;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Contributions.load;
import static org.bluehelmets.testsupport.Editor.editor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that partial files do not turn missing rows into counts of 0. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class IncompleteImportTest {

    private static final String[] NATIONS = {"KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK", "FIN"
    };

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearImports();
    }

    /** Returns a file for January 2020 with the same number of people for each nation. */
    private static Contributions month(int nations, int people) {
        Contributions file = Contributions.file();
        IntStream.range(0, nations).forEach(i -> file.row(NATIONS[i], "UNIFIL", "Troops", 0, people, "2020-01-31"));
        return file;
    }

    @Test
    void refusesWholeFileIfOneMonthLosesNations() {
        load(month(10, 100).row("KAZ", "UNIFIL", "Troops", 0, 1, "2020-02-29"));
        List<String> before = exported();

        ImportReport report = load(month(8, 200).row("KAZ", "UNIFIL", "Troops", 0, 1, "2020-03-31"));

        assertTrue(report.refused());
        assertEquals(0, report.rowsStored());
        assertEquals(ImportSummary.NONE, report.changes());
        assertEquals(List.of(new Shrinkage("2020-01", "nations", 10, 8, 1000, 1600)), report.shrinking());
        assertEquals(1, report.shrinkingCount());
        assertEquals(before, exported());
        assertTrue(load(month(8, 200), "dryRun").refused());

        ImportReport allowed = load(month(8, 200), "allowShrinking");

        assertFalse(allowed.refused());
        assertEquals(List.of("2020-01"), allowed.changes().replaced());
        assertEquals(report.shrinking(), allowed.shrinking());
        assertEquals(9, exported().size());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100, 9, 112, false",
        "10, 100, 8, 130, true",
        "11, 100, 9, 130, true",
        "10, 100, 10, 90, false",
        "10, 100, 10, 89, true",
        "10, 100, 11, 100, false",
        "1, 100, 1, 0, true",
        "10, 0, 1, 0, false",
    })
    void refusesLossOfMoreThanATenth(int nations, int people, int nationsNow, int peopleNow, boolean refused) {
        load(month(nations, people));

        assertEquals(refused, load(month(nationsNow, peopleNow)).refused());
    }

    @Test
    void fullExportChangesNothingAndFilteredExportsAreRefused() {
        Contributions file = month(10, 100);
        IntStream.range(0, 10).forEach(i -> file.row(NATIONS[i], "UNMISS", "Troops", 1, 10, "2020-02-29"));
        file.row("KAZ", "UNDOF", "Troops", 1, 100, "2020-02-29");
        load(file);
        List<String> before = exported();

        assertEquals(
                new ImportSummary(List.of(), List.of(), List.of(), 2, 0),
                load(export("")).changes());
        assertEquals(
                new ImportSummary(List.of(), List.of(), List.of(), 1, 0),
                load(export("?to=2020-01-31")).changes());
        assertEquals(2, load(export("?nation=KAZ")).shrinkingCount());
        assertEquals(
                List.of(new Shrinkage("2020-02", "nations", 10, 1, 211, 101)),
                load(export("?mission=UNDOF")).shrinking());
        assertEquals(before, exported());
    }

    private static String export(String query) {
        return given().get("/exports/contributions.csv" + query).asString();
    }

    @Test
    void listsTheFirstMonthsThatShrink() {
        Contributions before = Contributions.file();
        Contributions after = Contributions.file();
        for (int year = 2000; year < 2010; year++) {
            for (int month = 1; month <= 12; month++) {
                before.row("KAZ", "UNIFIL", "Troops", 0, 2, "%d-%02d-28".formatted(year, month));
                after.row("KAZ", "UNIFIL", "Troops", 0, 1, "%d-%02d-28".formatted(year, month));
            }
        }
        load(before);

        ImportReport report = load(after);

        assertEquals(120, report.shrinkingCount());
        assertEquals(ImportReport.MAX_SHRINKING, report.shrinking().size());
        assertEquals("2000-01", report.shrinking().get(0).scope());
    }

    @Test
    void monthWithSkippedRowsKeepsStoredRows() {
        load(month(10, 100));
        List<String> before = exported();

        ImportReport report = load(
                month(10, 101)
                        .line("11,FIN,,,UNIFIL,Troops,many,1,2020-01-31")
                        .row("KAZ", "UNNEW", "Troops", 0, 5, "2020-01-31")
                        .row("KAZ", "UNIFIL", "Troops", 0, 1, "2020-02-29"),
                "skipBadRows");

        assertEquals(List.of("2020-01"), report.kept());
        assertEquals(new ImportSummary(List.of("2020-02"), List.of(), List.of(), 0, 1), report.changes());
        assertEquals(List.of(13L, 1L, 1L, 11L), counts(report));
        assertEquals(List.of(), report.incomplete());
        assertEquals(List.of(), report.missionsAdded());
        assertNull((Object) data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
        assertEquals(before, exported("?to=2020-01-31"));
        assertFalse(data("{ strength { incomplete } }").getBoolean("strength.incomplete"));
    }

    private static List<Long> counts(ImportReport report) {
        return List.of(report.rowsRead(), report.rowsStored(), report.rowsBad(), report.rowsLeftOut());
    }

    @Test
    void newMonthWithSkippedRowsIsIncompleteUntilNextImport() {
        ImportReport report = load(
                month(2, 100)
                        .line("3,NPL,,,UNIFIL,Troops,many,1,2020-01-31")
                        .row("KAZ", "UNIFIL", "Troops", 0, 1, "2020-02-29"),
                "skipBadRows");

        assertEquals(List.of("2020-01"), report.incomplete());
        assertEquals(List.of("2020-01", "2020-02"), report.changes().added());
        assertIncomplete(true);

        // the same valid rows without the bad row
        assertEquals(List.of("2020-01"), load(month(2, 100)).changes().replaced());
        assertIncomplete(false);
        assertEquals(1, load(month(2, 100)).changes().unchanged());
    }

    private static void assertIncomplete(boolean january) {
        JsonPath answer = data("""
                { january: strength(on: "2020-01-31") { incomplete }
                  february: strength(on: "2020-02-29") { incomplete }
                  strengthSeries { period incomplete }
                  contributors(on: "2020-01-31") { incomplete }
                  other: contributors(on: "2020-02-29") { incomplete }
                  none: contributors(on: "1990-01-01") { incomplete }
                  nation(code: "NPL") { strength(on: "2020-01-31") { incomplete total } strengthSeries { incomplete } }
                  mission(acronym: "UNIFIL") { contributors(on: "2020-01-31") { incomplete } } }""");
        assertEquals(january, answer.getBoolean("january.incomplete"));
        assertFalse(answer.getBoolean("february.incomplete"));
        assertEquals(List.of(january, false), answer.getList("strengthSeries.incomplete"));
        assertEquals(january, answer.getBoolean("contributors.incomplete"));
        assertFalse(answer.getBoolean("other.incomplete"));
        assertFalse(answer.getBoolean("none.incomplete"));
        assertEquals(january, answer.getBoolean("nation.strength.incomplete"));
        assertEquals(List.of(january, false), answer.getList("nation.strengthSeries.incomplete"));
        assertEquals(january, answer.getBoolean("mission.contributors.incomplete"));
    }

    /** The row may belong to any month. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9,NPL",
                "9,NPL,,,UNIFIL,Troops,0,1,2020-13-31",
                "9,NPL,,,UNIFIL,Troops,0,1,",
                "9,NPL,,,UNIFIL,Troops,0,1,2999-01-31",
            })
    void skippedRowWithoutMonthCountsForAllMonths(String line) {
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 0, 7, "2020-02-29"));

        ImportReport report = load(
                month(2, 100).row("KAZ", "UNIFIL", "Troops", 0, 8, "2020-02-29").line(line), "skipBadRows");

        assertEquals(List.of("2020-01"), report.incomplete());
        assertEquals(List.of("2020-02"), report.kept());
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,0,7,2020-02-29"), exported("?from=2020-02-01"));
    }

    @Test
    void monthWithMinorityRowsKeepsStoredRows() {
        load(month(3, 100));

        ImportReport report = load(month(2, 100).row("NPL", "", "Troops", 0, 100, "2020-01-31"), "skipBadRows");

        assertEquals(List.of("2020-01"), report.kept());
        assertEquals(List.of(3L, 0L, 1L, 2L), counts(report));
        assertEquals(3, exported().size());
    }

    @Test
    void exportContainsIncompleteMarks() {
        load(month(2, 100).line("3,NPL,,,UNIFIL,Troops,many,1,2020-01-31"), "skipBadRows");
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 0, 1, "2020-02-29"));
        String export = export("");

        assertTrue(export.startsWith(Contributions.HEADER + ",report_incomplete\n"), export);
        assertEquals(
                List.of(
                        "IND,356,India,UNIFIL,Troops,0,100,2020-01-31,true",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,0,100,2020-01-31,true",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,0,1,2020-02-29,false"),
                exported());
        assertEquals(2, load(export).changes().unchanged());
        rows.clearImports();

        assertEquals(List.of("2020-01"), load(export).incomplete());

        assertEquals(export, export(""));
        load(month(3, 100));
        // a file that marks a month as incomplete does not replace a complete report
        assertEquals(List.of("2020-01"), load(export).kept());
        assertEquals(4, exported().size());
    }

    @Test
    void backupContainsIncompleteMarks() {
        load(month(2, 100).line("3,NPL,,,UNIFIL,Troops,many,1,2020-01-31"), "skipBadRows");
        byte[] backup = editor().get("/backup").then().statusCode(200).extract().asByteArray();
        load(month(3, 100));
        assertFalse(data("{ strength { incomplete } }").getBoolean("strength.incomplete"));

        editor().contentType("application/zip")
                .body(backup)
                .put("/backup")
                .then()
                .statusCode(200);

        assertTrue(data("{ strength { incomplete } }").getBoolean("strength.incomplete"));
    }

    @Test
    void acceptsOtherSeparators() {
        String semicolons = month(2, 100).text().replace(',', ';');
        assertEquals(List.of("2020-01"), load(semicolons).changes().added());
        assertEquals(1, load(month(2, 100).text().replace(',', '\t')).changes().unchanged());
        assertEquals(1, load(month(2, 100).text().replace(',', '|')).changes().unchanged());
    }
}
