package org.bluehelmets.seed;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tests how errors in the seed files are reported. */
class SeedFileErrorsTest extends SeedFilesTestBase {

    @Test
    void reportsUnknownReference() {
        write("battalions", battalion("a", "UNIFIL", "KAZ"), battalion("b", "UNIFILL", "KAZ"));
        assertRejected(
                "data/battalions.csv, line 3, column mission: UNIFILL; the mission UNIFILL does not exist; add it to its file, above this row if it is the same file");
    }

    @Test
    void reportsUnknownReferenceInList() {
        write("battalions", battalion("a", "UNIFIL", "KAZ | KAS"));
        assertRejected(
                "data/battalions.csv, line 2, column nations: KAZ | KAS; the nation KAS does not exist; add it to its file, above this row if it is the same file");
    }

    @Test
    void reportsAllowedConstants() {
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "kind", "un"));
        assertRejected(
                "data/missions.csv, line 3, column kind: un; write one of [PEACEKEEPING, SPECIAL_POLITICAL, SUPPORT, NON_UN]");
    }

    @Test
    void reportsDateFormats() {
        write("missions", with(mission("UNIFIL"), "started_on", "19.3.1978"), mission("UNDOF"));
        assertRejected(
                "data/missions.csv, line 2, column started_on: 19.3.1978; write a date as 2018, 2018-10 or 2018-10-31");
    }

    @Test
    void rejectsDateThatDoesNotExist() {
        write("missions", with(mission("UNIFIL"), "started_on", "1978-02-29"), mission("UNDOF"));
        assertRejected(
                "data/missions.csv, line 2, column started_on: 1978-02-29; write a date as 2018, 2018-10 or 2018-10-31");
    }

    @Test
    void rejectsDecimalForWholeNumber() {
        write("nations", nation("IND", "India"), with(nation("KAZ", "Kazakhstan"), "m49", "39.8"));
        assertRejected("data/nations.csv, line 3, column m49: 39.8; write a whole number");
    }

    @Test
    void rejectsDecimalComma() {
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "latitude", "33,24"));
        assertRejected("data/missions.csv, line 3, column latitude: 33,24; write a number such as 33.12");
    }

    @Test
    void comparesStartAndEndByPrecision() {
        write("missions", with(with(mission("UNIFIL"), "started_on", "2018-10-31"), "ended_on", "2018"));
        load();
        write("missions", with(with(mission("UNIFIL"), "started_on", "2018-10-31"), "ended_on", "2018-10-30"));
        assertThat(failure(), startsWith("data/missions.csv, line 2: "));
    }

    @Test
    void rejectsLatitudeWithoutLongitude() {
        write("missions", with(mission("UNIFIL"), "latitude", "33.12"));
        assertThat(failure(), startsWith("data/missions.csv, line 2: "));
    }

    @Test
    void countsLinesWithinCells() {
        // the row has two lines because of the line break in a cell
        write(
                "missions",
                with(mission("UNIFIL"), "mandate", "To confirm,\nand to restore"),
                with(mission("UNDOF"), "kind", "un"));
        assertRejected(
                "data/missions.csv, line 4, column kind: un; write one of [PEACEKEEPING, SPECIAL_POLITICAL, SUPPORT, NON_UN]");
    }

    @Test
    void rejectsDuplicateKey() {
        write("missions", mission("UNIFIL"), mission("UNDOF"), mission("UNIFIL"));
        assertRejected("data/missions.csv, line 4: the key UNIFIL appears twice; give every row a key of its own");
    }

    @Test
    void rejectsMissingKey() {
        write("missions", mission("UNIFIL"), mission("UNDOF"), mission(null));
        assertRejected("data/missions.csv, line 4: the key is missing; give every row a key of its own");
    }

    @Test
    void rejectsPartialKey() {
        write("battalions", battalion("a", "UNIFIL", "KAZ"));
        write("positions", row("battalion", "a", "name", null, "source", "list"));
        assertRejected("data/positions.csv, line 2: the key is missing; give every row a key of its own");
    }

    @Test
    void reportsMissingColumn() {
        write("missions", mission("UNIFIL"), mission("UNDOF"), mission("UNTSO"));
        replace("missions", "headquarters", "headquarter");
        assertEquals(
                "data/missions.csv, line 2, column headquarters: (no such column)",
                failure().split(";")[0]);
    }

    @Test
    void reportsMissingKeyColumn() {
        replace("battalions", "key,", "id,");
        replace("battalions", "\n", "\na,\n");
        assertEquals(
                "data/battalions.csv, line 2, column key: (no such column)",
                failure().split(";")[0]);
    }

    @Test
    void reportsEmptyRequiredCell() {
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "name", null));
        assertEquals("data/missions.csv, line 3", failure().split(":")[0]);
    }

    @Test
    void failureChangesNothing() {
        // the loader writes the valid rows before the invalid row
        write("nations", nation("IND", "Bharat"), nation("LBN", "Lebanon"));
        write("missions", with(mission("UNIFIL"), "kind", "wrong"));
        String digests = select("select digest from seed_file_row order by file, row_key");
        failure();
        assertEquals("[IND India, KAZ Kazakhstan]", select("select code || ' ' || name from nation order by code"));
        assertEquals("[UNDOF, UNIFIL]", select("select acronym from mission order by acronym"));
        assertEquals(digests, select("select digest from seed_file_row order by file, row_key"));
    }

    @Test
    void loadsCorrectedFileAfterFailure() {
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "kind", "un"));
        failure();
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "kind", "NON_UN"));
        load();
        assertEquals("[NON_UN]", select("select kind from mission where acronym = 'UNDOF'"));
    }

    private void assertRejected(String message) {
        assertEquals(message, failure());
    }
}
