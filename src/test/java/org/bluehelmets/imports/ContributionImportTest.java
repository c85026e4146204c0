package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Contributions.load;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how imports store valid rows and report bad rows. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ContributionImportTest {

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clear();
        rows.clearImports();
    }

    @Test
    void exportsImportedCounts() {
        ImportReport report = load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("KAZ", "UNIFIL", "Staff Officer", 0, 1, "2019-09-30")
                .row("IND", "UNIFIL", "Troops", 0, 0, "2019-10-31"));

        assertEquals(List.of("2019-09", "2019-10"), report.changes().added());
        assertEquals(
                List.of(
                        "KAZ,398,Kazakhstan,UNIFIL,Staff Officer,0,1,2019-09-30",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30",
                        "IND,356,India,UNIFIL,Troops,0,0,2019-10-31"),
                exported());
    }

    @Test
    void countsHaveDatasetAsSource() {
        load(Contributions.file().row("KAZ", "UNDOF", "Troops", 7, 132, "2024-03-31"));

        assertEquals(
                Map.of(
                        "total",
                        139,
                        "women",
                        7,
                        "men",
                        132,
                        "category",
                        "TROOPS",
                        "precision",
                        "EXACT",
                        "status",
                        "DEPLOYED",
                        "asOf",
                        Map.of("text", "2024-03-31"),
                        "mission",
                        Map.of("acronym", "UNDOF"),
                        "source",
                        Map.of("key", "un-contributions", "kind", "DATASET")),
                Client.data("""
                        { nation(code: "KAZ") {
                          personnelCounts(filter: { source: { key: { eq: "un-contributions" } } }) {
                            nodes { total women men category precision status asOf { text } mission { acronym }
                              source { key kind } } } } }""").getMap("nation.personnelCounts.nodes[0]"));
    }

    @Test
    void addsUpRowsOfSameNationMissionCategoryAndMonth() {
        ImportReport report = load(Contributions.file()
                .row("GHA", "UNMISS", "Troops", 10, 100, "2015-02-28")
                .row("GHA", "UNMISS", "Staff Officer", 1, 1, "2015-02-28")
                .row("GHA", "UNMISS", "Troops", 5, 50, "2015-02-28"));

        assertEquals(3, report.rowsStored());
        assertEquals(
                List.of(
                        "GHA,288,Ghana,UNMISS,Staff Officer,1,1,2015-02-28",
                        "GHA,288,Ghana,UNMISS,Troops,15,150,2015-02-28"),
                exported());
    }

    @Test
    void usesLatestDayOfMonth() {
        load(Contributions.file()
                .row("GHA", "UNMISS", "Troops", 0, 1, "2015-02-20")
                .row("KAZ", "UNMISS", "Troops", 0, 2, "2015-02-28")
                .row("IND", "UNMISS", "Troops", 0, 3, "2015-02-01"));

        assertEquals(
                List.of(
                        "GHA,288,Ghana,UNMISS,Troops,0,1,2015-02-28",
                        "IND,356,India,UNMISS,Troops,0,3,2015-02-28",
                        "KAZ,398,Kazakhstan,UNMISS,Troops,0,2,2015-02-28"),
                exported());
    }

    @Test
    void addsAndReportsUnknownMissions() {
        ImportReport report = load(Contributions.file()
                .row("KAZ", "UNNEW", "Troops", 0, 1, "2020-01-31")
                .row("KAZ", "unnew ", "Troops", 0, 1, "2020-02-29"));

        assertEquals(List.of("UNNEW"), report.missionsAdded());
        // neither its kind nor its start is known
        assertEquals(
                Map.of("kind", "SPECIAL_POLITICAL", "active", false, "in2020", false),
                Client.data("{ mission(acronym: \"UNNEW\") { kind active in2020: active(on: \"2020-01-31\") } }")
                        .getMap("mission"));
        assertEquals(
                1,
                Client.data("{ strength(mission: \"UNNEW\", on: \"2020-01-31\") { total } }")
                        .getInt("strength.total"),
                "it counts in official figures");
        rows.source("A");
        rows.update("""
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, precision, status,
                  as_of_date, as_of_precision, source_pk)
                select 'T-1', n.pk, m.pk, 'TROOPS', 1, 'EXACT', 'DEPLOYED', date '2020-01-31', 'DAY', s.pk
                from nation n, mission m, source s where n.code = 'KAZ' and m.acronym = 'UNNEW' and s.natural_key = 't-a'""");
        assertEquals(
                "CONFIRMED",
                Client.data("{ source(key: \"t-a\") { personnelCounts { nodes { corroboration { verdict } } } } }")
                        .getString("source.personnelCounts.nodes[0].corroboration.verdict"));
    }

    @Test
    void refusesFileWithBadRowsAndReportsThem() {
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));

        ImportReport report = load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 9, 9, "2019-09-30")
                .row("KAZ", "UNNEW", "Troops", 9, 9, "2019-10-31")
                .line("3,KAZ,,,UNIFIL,Troops,one,2,2019-10-31")
                .line("4,KAZ,,,UNIFIL,Troops,1,2,2019-13-31")
                .line("5,ZZZ,,Atlantis,UNIFIL,Troops,1,2,2019-10-31")
                .line("6,KAZ,,,UNIFIL,Civilians,1,2,2019-10-31")
                .line("7,KAZ,,,?,Troops,1,2,2019-10-31")
                .line("8,KAZ,,,UNIFIL,Troops,1,2"));

        assertTrue(report.refused());
        assertEquals(8, report.rowsRead());
        assertEquals(0, report.rowsStored());
        assertEquals(6, report.rowsBad());
        assertEquals(
                List.of(
                        "line 4, column female_personnel: \"one\": write a whole number of people",
                        "line 5, column last_reporting_date: \"2019-13-31\": write an existing date as 2020-07-31, 31-Jul-20"
                                + " or 31/07/2020, or in JSON as milliseconds since 1970 at midnight UTC",
                        "line 6, column isocode3: \"ZZZ\": no nation of ISO 3166-1 has this code, M49 number or name",
                        "line 7, column personnel_type: \"Civilians\": write Troops, Staff Officer, Experts on Mission,"
                                + " Individual Police or Formed Police Units",
                        "line 8, column mission_acronym: \"?\": write an acronym of 2 to 40 letters and digits, such as"
                                + " UNIFIL",
                        "line 9: the row has 8 values, but the header has 9 columns"),
                report.badRows().stream().map(BadRow::toString).toList());
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    @Test
    void skipsBadRowsOnRequest() {
        ImportReport report = load(
                Contributions.file()
                        .row("KAZ", "UNIFIL", "Troops", 9, 9, "2019-09-30")
                        .line("3,KAZ,,,UNIFIL,Troops,one,2,2019-10-31"),
                "skipBadRows");

        assertEquals(List.of(2L, 1L, 1L), List.of(report.rowsRead(), report.rowsStored(), report.rowsBad()));
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,9,9,2019-09-30"), exported());
    }

    /** The order of the rows does not matter. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rejectsMinorityOfRowsWithOrWithoutMission(boolean oddOnesFirst) {
        List<String> even = List.of(
                "1,KAZ,,,UNIFIL,Troops,0,9,2019-09-30",
                "2,KAZ,,,UNDOF,Troops,0,9,2019-09-30",
                "3,KAZ,,,,Troops,0,9,2018-09-30",
                "4,IND,,,,Troops,0,9,2018-09-30");
        List<String> odd = List.of("5,KAZ,,,,Troops,0,9,2019-09-30", "6,KAZ,,,UNIFIL,Troops,0,9,2018-09-30");
        Contributions file = Contributions.file();
        (oddOnesFirst ? odd : even).forEach(file::line);
        (oddOnesFirst ? even : odd).forEach(file::line);

        ImportReport report = load(file, "skipBadRows");

        assertEquals(List.of(6L, 4L, 2L), List.of(report.rowsRead(), report.rowsStored(), report.rowsBad()));
        assertEquals(
                oddOnesFirst ? List.of(3L, 2L) : List.of(7L, 6L),
                report.badRows().stream().map(BadRow::line).toList());
        assertEquals(
                List.of(
                        "IND,356,India,,Troops,0,9,2018-09-30,true",
                        "KAZ,398,Kazakhstan,,Troops,0,9,2018-09-30,true",
                        "KAZ,398,Kazakhstan,UNDOF,Troops,0,9,2019-09-30,true",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,0,9,2019-09-30,true"),
                exported());
    }

    @Test
    void countsAllBadRowsAndListsTheFirst() {
        Contributions file = Contributions.file();
        IntStream.range(0, 500).forEach(i -> file.line(i + ",,,,,,,,x"));

        ImportReport report = load(file);

        assertEquals(500, report.rowsBad());
        assertEquals(ImportReport.MAX_BAD_ROWS, report.badRows().size());
    }

    @Test
    void doesNotAddMissionsOfRowsLeftOut() {
        ImportReport report = load(
                Contributions.file()
                        .row("KAZ", "", "Troops", 0, 9, "2019-09-30")
                        .row("IND", "", "Troops", 0, 9, "2019-09-30")
                        .row("KAZ", "UNNEW", "Troops", 0, 9, "2019-09-30"),
                "skipBadRows");

        assertEquals(List.of(), report.missionsAdded());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    @Test
    void rejectsOverflowOfMonthlyTotal() {
        Contributions file = Contributions.file();
        IntStream.range(0, 22_000).forEach(i -> file.row("KAZ", "UNIFIL", "Troops", 0, 100_000, "2019-09-30"));

        Contributions.send(file.text().getBytes(UTF_8))
                .then()
                .statusCode(400)
                .body("error", is("the counts of a month add up to more than 2147483647 people; correct them"));
        assertEquals(List.of(), exported());
    }

    @Test
    void limitsNumberOfUnknownMissions() {
        Contributions file = Contributions.file();
        IntStream.range(0, 150).forEach(i -> file.row("KAZ", "MISSION " + i, "Troops", 0, 1, "2019-09-30"));

        ImportReport report = load(file);

        assertEquals(50, report.rowsBad());
        assertTrue(report.badRows().get(0).reason().startsWith("the file has more than 100 unknown missions"));
    }

    /** The rows of a month need not be contiguous. */
    @Test
    void acceptsRowsInAnyOrder() {
        Contributions sorted = Contributions.file();
        List<String> lines = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            for (String nation : List.of("KAZ", "IND", "NPL", "GHA")) {
                lines.add("%s,,,UNIFIL,Troops,0,%d,2020-%02d-28".formatted(nation, month, month));
            }
        }
        lines.forEach(line -> sorted.line("1," + line));
        load(sorted);
        List<String> expected = exported();
        rows.clearImports();
        Collections.shuffle(lines, new Random(1));
        Contributions shuffled = Contributions.file();
        lines.forEach(line -> shuffled.line("1," + line));

        load(shuffled);

        assertEquals(expected, exported());
    }
}
