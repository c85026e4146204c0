package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the database follows changes of the seed files, and how errors in the files are reported. */
class SeedFilesTest {

    private static final String OPERATION = "An operation";

    /** Contains only the seed files of a test. */
    @TempDir
    Path resources;

    private final String url = TestDatabase.newUrl();

    /** Keeps the in-memory database alive. */
    private Connection database;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.connect(url);
        SeedFiles.ALL.forEach(file -> write(file.name));
        write("sources", source("list"));
        write("nations", nation("IND", "India"), nation("KAZ", "Kazakhstan"));
        write("missions", mission("UNIFIL"), mission("UNDOF"));
        load();
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
    }

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

    /** Even a later change of the file does not overwrite an editor's change. */
    @Test
    void keepsChangesOfEditors() {
        write("personnel_counts", count("A", "1"), count("B", "1"), count("C", "1"), count("D", "1"));
        load();
        update("update personnel_count set total = 5, version = 2 where natural_key in ('A', 'B')");
        update(
                "insert into personnel_count_revision (personnel_count_pk, version, change, changed_at, changed_by, total,"
                        + " precision, status, as_of_date, as_of_precision, source_pk) select pk, 2, 'CORRECTED',"
                        + " current_timestamp, 'eva', total, precision, status, as_of_date, as_of_precision, source_pk"
                        + " from personnel_count where version = 2");
        update(
                "insert into retracted_personnel_count select pk, natural_key, nation_pk, mission_pk, battalion_pk, deployment_pk,"
                        + " category, total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk, 2,"
                        + " recorded_at from personnel_count where natural_key = 'C'");
        update("delete from personnel_count where natural_key = 'C'");
        write("personnel_counts", count("A", "2"), count("C", "2"), count("D", "2"));
        load();
        assertEquals("[5, 5, 2]", select("select total from personnel_count order by natural_key"));
        assertEquals("[A, B, D]", select("select natural_key from personnel_count order by natural_key"));
        assertEquals(
                "[A, C, D]", select("select row_key from seed_file_row where file = 'personnel_counts' order by 1"));
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
    void keepsRemovedRowThatEditorRefersTo() {
        update(
                "insert into battalion (natural_key, name, name_key, alias_keys, unit_kind, mission_pk)"
                        + " select 'a', 'Added by an editor', 'added by an editor', '', 'BATTALION', pk from mission where acronym = 'UNDOF'");
        write("missions", mission("UNIFIL"));
        load();
        assertEquals("[UNDOF, UNIFIL]", select("select acronym from mission order by acronym"));
        // the row belongs to the file again if it returns
        write("missions", mission("UNIFIL"), with(mission("UNDOF"), "name", "Another name"));
        load();
        assertEquals("[Another name]", select("select name from mission where acronym = 'UNDOF'"));
    }

    @Test
    void updatesKeptSourceThatReturnsToFile() {
        write("sources", source("list"), source("paper"));
        load();
        update("insert into milestone (natural_key, kind, title, title_key) values ('m', 'MANDATE', 'Added', 'added')");
        update(
                "insert into milestone_source select m.pk, s.pk from milestone m, source s where s.natural_key = 'paper'");
        write("sources", source("list"));
        load();
        assertEquals("[list, paper]", select("select natural_key from source order by 1"));
        write("sources", source("list"), with(source("paper"), "title", "Another title"));
        load();
        assertEquals("[Another title]", select("select title from source where natural_key = 'paper'"));
        write("sources", source("list"));
        update("delete from milestone");
        load();
        assertEquals("[list]", select("select natural_key from source"));
    }

    @Test
    void keepsEditorSourceWithSameKey() {
        update("insert into source (natural_key, kind, title, title_key, publisher, publisher_key, author_key)"
                + " values ('paper', 'ARTICLE', 'Theirs', 'theirs', 'P', 'p', '')");
        Map<String, String> refers = with(milestone("m", "Signed"), "sources", "paper");
        write("sources", source("list"), source("paper"));
        write("milestones", refers);
        load();
        assertEquals("[Theirs ARTICLE]", select("select title || ' ' || kind from source where natural_key = 'paper'"));
        // other rows of the files may refer to the editor's row
        assertEquals(
                "[Theirs]", select("select title from source where pk in (select source_pk from milestone_source)"));
        // later changes or the removal of the file's row do not affect it either
        write("sources", source("list"), with(source("paper"), "title", "Another title"));
        load();
        assertEquals("[Theirs]", select("select title from source where natural_key = 'paper'"));
        write("milestones");
        write("sources", source("list"));
        load();
        assertEquals("[Theirs]", select("select title from source where natural_key = 'paper'"));
        assertEquals("[list]", select("select row_key from seed_file_row where file = 'sources'"));
    }

    @Test
    void usesEditorUnitWithSameName() {
        update("insert into battalion (natural_key, name, name_key, alias_keys, unit_kind)"
                + " values ('u-1', 'IndKazBat', 'indkazbat', '\njoint battalion\n', 'BATTALION')");
        update("insert into battalion_alias select pk, 0, 'Joint battalion' from battalion");
        update("insert into battalion (natural_key, name, name_key, alias_keys, unit_kind)"
                + " values ('u-2', 'Another', 'another', '', 'BATTALION')");
        write(
                "battalions",
                battalion("INDKAZBAT", "UNIFIL", "KAZ"),
                with(with(battalion("b", "UNIFIL", "KAZ"), "aliases", "B | joint BATTALION"), "parent", "INDKAZBAT"),
                with(battalion("c", "UNIFIL", "KAZ"), "parent", "b"));
        load();
        assertEquals("[c, u-1, u-2]", select("select natural_key from battalion order by 1"));
        assertEquals(
                "[IndKazBat]",
                select("select p.name from battalion b join battalion p on p.pk = b.parent_pk where b.name = 'c'"));
        assertEquals("[null]", select("select mission_pk from battalion where natural_key = 'u-1'"));
    }

    @Test
    void usesEditorDeploymentOfSameRotation() {
        update("insert into deployment (natural_key, nation_pk, mission_pk, rotation, status)"
                + " select 'u-1', n.pk, m.pk, 6, 'DEPLOYED' from nation n, mission m"
                + " where n.code = 'KAZ' and m.acronym = 'UNIFIL'");
        write(
                "deployments",
                deployment("six", "UNIFIL", "6"),
                deployment("seven", "UNIFIL", "7"),
                deployment("other", "UNDOF", "6"),
                deployment("uncounted", "UNIFIL", null));
        write("personnel_counts", with(count("A", "1"), "deployment", "six"));
        load();
        assertEquals("[other, seven, u-1, uncounted]", select("select natural_key from deployment order by 1"));
        assertEquals("[DEPLOYED]", select("select status from deployment where natural_key = 'u-1'"));
        assertEquals(
                "[u-1]",
                select("select d.natural_key from personnel_count c join deployment d on d.pk = c.deployment_pk"));
    }

    @Test
    void doesNotDuplicateRowsOfEditors() {
        update("insert into milestone (natural_key, kind, title, title_key, date_date, date_precision)"
                + " values ('u-1', 'MANDATE', 'Signed', 'signed', date '2018-10-01', 'MONTH')");
        update("insert into personnel_count (natural_key, category, total, precision, status, as_of_date,"
                + " as_of_precision, nation_pk, source_pk) select 'u-1', 'TROOPS', 7, 'EXACT', 'PLANNED',"
                + " date '2020-01-01', 'YEAR', n.pk, s.pk from nation n, source s where n.code = 'KAZ'");
        write(
                "milestones",
                with(milestone("m", "Signed"), "date", "2018-10"),
                milestone("n", "Signed"),
                with(milestone("o", "Signed"), "kind", "AGREEMENT"));
        write("personnel_counts", count("A", "1"), with(count("B", "1"), "category", "ALL"));
        load();
        assertEquals("[n, o, u-1]", select("select natural_key from milestone order by 1"));
        assertEquals("[B 1, u-1 7]", select("select natural_key || ' ' || total from personnel_count order by 1"));
    }

    /** The row with the previous key is not an editor's row. */
    @Test
    void loadsRowWithNewKey() {
        write("milestones", milestone("m", "Signed"));
        write("battalions", battalion("indkazbat", "UNIFIL", "KAZ"));
        load();
        write("milestones", milestone("n", "Signed"));
        write("battalions", with(battalion("joint", "UNIFIL", "KAZ"), "name", "indkazbat"));
        load();
        assertEquals("[n]", select("select natural_key from milestone"));
        assertEquals("[joint]", select("select natural_key from battalion"));
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

    /** Returns the error message of the load. */
    private String failure() {
        Throwable failure = assertThrows(RuntimeException.class, this::load);
        while (!(failure instanceof SeedFileException) && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure.getMessage();
    }

    /** Loads the files as the application does at startup. */
    private void load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader files =
                new URLClassLoader(new URL[] {resources.toUri().toURL()}, null)) {
            // seed files come from the thread's class loader, Flyway and its files from the application's
            thread.setContextClassLoader(files);
            Flyway.configure(before)
                    .dataSource(url, null, null)
                    .locations(TestDatabase.LOCATIONS)
                    .javaMigrations(new SeedMigration(SeedMigration.checksumOfFiles()))
                    .callbacks(new SeedFailureCallback())
                    .load()
                    .migrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, String> source(String key) {
        return row("key", key, "kind", "DATASET", "title", "A list", "publisher", "A test");
    }

    private static Map<String, String> nation(String code, String name) {
        return row("code", code, "name", name, "source", "list");
    }

    private static Map<String, String> mission(String acronym) {
        return row("acronym", acronym, "name", OPERATION, "kind", "PEACEKEEPING");
    }

    private static Map<String, String> count(String key, String total) {
        return row(
                "key",
                key,
                "nation",
                "KAZ",
                "category",
                "TROOPS",
                "total",
                total,
                "precision",
                "EXACT",
                "status",
                "PLANNED",
                "as_of",
                "2020",
                "source",
                "list");
    }

    private static Map<String, String> milestone(String key, String title) {
        return row("key", key, "kind", "MANDATE", "title", title, "sources", "list");
    }

    private static Map<String, String> deployment(String key, String mission, String rotation) {
        return row("key", key, "nation", "KAZ", "mission", mission, "rotation", rotation, "status", "PLANNED");
    }

    private static Map<String, String> battalion(String key, String mission, String nations) {
        return row("key", key, "name", key, "unit_kind", "BATTALION", "mission", mission, "nations", nations);
    }

    private static Map<String, String> row(String... cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    private static Map<String, String> with(Map<String, String> row, String header, String cell) {
        row.put(header, cell);
        return row;
    }

    /** Writes a seed file with these rows and the columns of the packaged file. */
    @SafeVarargs
    private void write(String file, Map<String, String>... rows) {
        try {
            String[] headers = Files.readAllLines(Path.of("src/main/resources/data", file + ".csv"))
                    .get(0)
                    .split(",");
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader(headers)
                    .setRecordSeparator("\n")
                    .get();
            Files.createDirectories(path(file).getParent());
            try (CSVPrinter printer = format.print(path(file), UTF_8)) {
                for (Map<String, String> row : rows) {
                    for (String header : headers) {
                        printer.print(row.get(header));
                    }
                    printer.println();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text in a seed file. */
    private void replace(String file, String text, String replacement) {
        try {
            String before = Files.readString(path(file));
            Files.writeString(path(file), before.replaceFirst(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String file) {
        return resources.resolve("data").resolve(file + ".csv");
    }

    private String select(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void update(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
