package org.bluehelmets.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tests how the database follows changes of the seed files. */
class SeedFilesTest extends SeedFilesTestBase {

    @Test
    void addsNewRow() {
        write("missions", mission("UNIFIL"), mission("UNDOF"), mission("UNTSO"));
        load();
        assertEquals("[UNDOF, UNIFIL, UNTSO]", select("select acronym from mission order by acronym"));
    }

    @Test
    void updatesChangedRow() {
        String before = select("select pk from mission where acronym = 'UNDOF'");
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "name", "Another name"));
        load();
        assertEquals("[Another name]", select("select name from mission where acronym = 'UNDOF'"));
        // the row keeps its surrogate key, and so its references
        assertEquals(before, select("select pk from mission where acronym = 'UNDOF'"));
    }

    @Test
    void keepsDatabaseChangesOfUnchangedRow() {
        update("update mission set name = 'Edited' where acronym in ('UNIFIL', 'UNDOF')");
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "headquarters", "Camp Faouar"));
        load();
        assertEquals("[Edited]", select("select name from mission where acronym = 'UNIFIL'"));
        // a changed row overwrites all its columns
        assertEquals("[" + OPERATION + "]", select("select name from mission where acronym = 'UNDOF'"));
    }

    @Test
    void doesNotRestoreDeletedUnchangedRow() {
        update("delete from mission where acronym = 'UNIFIL'");
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "headquarters", "Camp Faouar"));
        load();
        assertEquals("[UNDOF]", select("select acronym from mission"));
    }

    @Test
    void deletesRowRemovedFromFile() {
        write("missions", mission("UNIFIL"));
        load();
        assertEquals("[UNIFIL]", select("select acronym from mission"));
    }

    @Test
    void addsRowThatReturnsToFile() {
        write("missions", mission("UNIFIL"));
        load();
        write("missions", mission("UNIFIL"), mission("UNDOF"));
        load();
        assertEquals("[UNDOF, UNIFIL]", select("select acronym from mission order by acronym"));
    }

    @Test
    void deletesRowsWithTheirReferences() {
        write("battalions", battalion("indkazbat", "UNDOF", "IND | KAZ"));
        load();
        // the loader deletes the unit before the mission, although the file of missions comes first
        write("battalions");
        write("missions", mission("UNIFIL"));
        load();
        assertEquals("[]", select("select natural_key from battalion"));
        assertEquals("[UNIFIL]", select("select acronym from mission"));
    }

    @Test
    void keepsRowAddedInDatabase() {
        update("insert into mission (acronym, name, name_key, kind)"
                + " values ('UNTSO', 'Added by an editor', 'added by an editor', 'PEACEKEEPING')");
        write("missions", mission("UNIFIL"));
        load();
        assertEquals("[UNIFIL, UNTSO]", select("select acronym from mission order by acronym"));
    }

    @Test
    void listsKeepOrderOfFile() {
        write(
                "missions",
                with(mission("UNIFIL"), "resolutions", "S/RES/425 (1978) | S/RES/1701 (2006) | S/RES/1310 (2000)"));
        load();
        assertEquals(
                "[S/RES/425 (1978), S/RES/1701 (2006), S/RES/1310 (2000)]",
                select("select symbol from mission_resolution order by position"));
    }

    @Test
    void replacesChangedList() {
        write("battalions", battalion("indkazbat", "UNIFIL", "IND | KAZ"));
        load();
        write("battalions", battalion("indkazbat", "UNIFIL", "KAZ"));
        load();
        assertEquals("[KAZ]", select("select code from nation where pk in (select nation_pk from battalion_nation)"));
    }

    @Test
    void recordsRevisionsOfChangedCounts() {
        write("personnel_counts", count("A", "1"), count("B", "1"));
        load();
        write("personnel_counts", count("A", "2"), count("B", "1"));
        load();
        write("personnel_counts", count("A", "3"), count("B", "1"));
        load();
        assertEquals("[3 3, 1 1]", select("select version || ' ' || total from personnel_count order by natural_key"));
        assertEquals(
                "[1 RECORDED 1, 2 CORRECTED 2, 3 CORRECTED 3]",
                select("select version || ' ' || change || ' ' || total from personnel_count_revision"
                        + " where changed_by = 'import' order by version"));
    }
}
