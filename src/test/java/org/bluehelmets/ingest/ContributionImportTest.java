package org.bluehelmets.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports of small files, each with something that real files have. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ContributionImportTest {

    private static final ImportOptions STRICT = new ImportOptions(null, false, false);
    private static final ImportOptions SKIPPING = new ImportOptions(null, false, true);
    private static final ImportOptions DRY = new ImportOptions(null, true, false);

    @Inject
    Importer importer;

    @Inject
    Rows rows;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void countsAreExportedAsTheyWereImported() throws Exception {
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
    void countsAreFiguresOfTheDataset() throws Exception {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30",
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,30-Sep-19",
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,30/09/2019",
                "KAZ,398.0,Kazakhstan,UNIFIL ,Troops ,1.0,121,2019-09-30",
                " kaz , , Kazakhstan , unifil , troops , 1 , 121 , 2019-09-30 ",
                "#N/A,398.0,,UNIFIL,Troops,1,121,2019-09-30",
                "#N/A,#N/A,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30",
                "XXX,,KAZAKHSTAN,UNIFIL,Troops,1,121,2019-09-30",
                "\"KAZ\",\"398\",\"Kazakhstan\",\"UNIFIL\",\"Troops\",\"1\",\"121\",\"2019-09-30\"",
            })
    void spellingsOfOneRow(String row) throws Exception {
        load(Contributions.file().line("1," + row));

        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    @ParameterizedTest
    @CsvSource({
        "Türkiye, TUR",
        "Turkey, TUR",
        "Turkiye, TUR",
        "Côte d'Ivoire, CIV",
        "Côte d’Ivoire, CIV",
        "Cote d Ivoire, CIV",
        "DR Congo, COD",
        "Democratic Republic of the Congo (DRC), COD",
        "Zaire, COD",
        "Congo, COG",
        "Swaziland, SWZ",
        "'Moldova, Republic of', MDA",
        "'Tanzania, United Republic of', TZA",
        "Viet Nam, VNM",
        "Czech Republic, CZE",
        "The former Yugoslav Republic of Macedonia, MKD",
        "United Kingdom of Great Britain and Northern Ireland, GBR",
        "Republic of Korea, KOR",
        "Iran (Islamic Republic of), IRN",
        "Bolivia (Plurinational State of), BOL",
        "Brunei, BRN",
        "Cape Verde, CPV",
        "Russian, RUS",
        "United States of America, USA",
    })
    void nationsByTheirOldAndVariantNames(String name, String code) throws Exception {
        load(Contributions.file().line("1,#N/A,,\"" + name + "\",UNIFIL,Troops,0,5,2019-09-30"));

        assertTrue(exported().get(0).startsWith(code + ","), exported().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF{header}\n{row}\n",
                "{header}\r\n{row}\r\n",
                "{header}\n{row}",
                "{header}\n\n{row}\n\n",
                "CONTRIBUTING_COUNTRY,Mission_Acronym,personnel_type,FEMALE_personnel,male_personnel,"
                        + "last_reporting_date,remark\nKazakhstan,UNIFIL,Troops,1,121,2019-09-30,none\n",
                "last_reporting_date,male_personnel,female_personnel,personnel_type,mission_acronym,"
                        + "contributing_country\n2019-09-30,121,1,Troops,UNIFIL,Kazakhstan\n",
                "[{\"contribution_id\":1,\"isocode3\":\"KAZ\",\"m49_code\":398,\"contributing_country\":\"Kazakhstan\","
                        + "\"mission_acronym\":\"UNIFIL\",\"personnel_type\":\"Troops\",\"female_personnel\":1,"
                        + "\"male_personnel\":121,\"last_reporting_date\":1569801600000}]",
                "[{\"ISOCODE3\":\"KAZ\",\"contributing_country\":null,\"mission_acronym\":\"UNIFIL\","
                        + "\"personnel_type\":\"Troops\",\"female_personnel\":\"1\",\"male_personnel\":121.0,"
                        + "\"last_reporting_date\":\"2019-09-30\"}]",
            })
    void layoutsOfOneFile(String text) throws Exception {
        String file = text.replace("{header}", Contributions.HEADER)
                .replace("{row}", "1,KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30");

        assertEquals(1, load(file, STRICT).rowsStored());
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    @Test
    void jsonDatesBefore1970() throws Exception {
        load("""
                [{"contributing_country": "Sweden", "mission_acronym": "UNFICYP", "personnel_type": "Troops",
                  "female_personnel": 0, "male_personnel": 954, "last_reporting_date": -160617600000}]""", STRICT);

        assertEquals(List.of("SWE,752,Sweden,UNFICYP,Troops,0,954,1964-11-29"), exported());
    }

    @Test
    void twoLinesOfOneNationMissionTypeAndMonthAddUp() throws Exception {
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
    void aMonthWithTwoDaysIsOneReportOfTheLater() throws Exception {
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
    void missionsThatNoListHasAreAddedAndNamed() throws Exception {
        ImportReport report = load(Contributions.file()
                .row("KAZ", "UNNEW", "Troops", 0, 1, "2020-01-31")
                .row("KAZ", "unnew ", "Troops", 0, 1, "2020-02-29"));

        assertEquals(List.of("UNNEW"), report.missionsAdded());
        assertEquals(
                "UN",
                Client.data("{ mission(acronym: \"UNNEW\") { name kind source { key } } }")
                        .getString("mission.kind"));
    }

    @Test
    void importingAFileAgainChangesNothing() throws Exception {
        Contributions file = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("KAZ", "UNIFIL", "Troops", 0, 2, "2019-09-30")
                .row("KAZ", "UNNEW", "Troops", 0, 0, "2019-10-31")
                .row("IND", "", "Troops", 0, 9, "2018-10-31");
        load(file);
        List<Long> before = primaryKeys();

        ImportReport again = load(file);

        assertEquals(new Changes(List.of(), List.of(), List.of(), 3, 0), again.changes());
        assertEquals(4, again.rowsStored());
        assertEquals(before, primaryKeys());
    }

    @Test
    void aCorrectedFileReplacesItsMonthsAndNoOthers() throws Exception {
        load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("IND", "UNIFIL", "Troops", 1, 900, "2019-09-30")
                .row("KAZ", "UNIFIL", "Troops", 1, 122, "2019-10-31"));

        ImportReport report = load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 2, 120, "2019-09-30")
                .row("KAZ", "UNDOF", "Troops", 0, 5, "2019-11-30"));

        assertEquals(List.of("2019-11"), report.changes().added());
        assertEquals(List.of("2019-09"), report.changes().replaced());
        assertEquals(
                List.of(
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,2,120,2019-09-30",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,1,122,2019-10-31",
                        "KAZ,398,Kazakhstan,UNDOF,Troops,0,5,2019-11-30"),
                exported());
    }

    @Test
    void aBadRowRefusesTheFileAndIsReported() throws Exception {
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
                        "line 5, column last_reporting_date: \"2019-13-31\": write a day that exists as 2020-07-31,"
                                + " 31-Jul-20, 31/07/2020 or, in JSON, as milliseconds since 1970",
                        "line 6, column isocode3: \"ZZZ\": neither code, M49 number nor name is one of ISO 3166-1",
                        "line 7, column personnel_type: \"Civilians\": write Troops, Staff Officer, Experts on Mission,"
                                + " Individual Police or Formed Police Units",
                        "line 8, column mission_acronym: \"?\": write an acronym of 2 to 40 letters and digits, such as"
                                + " UNIFIL",
                        "line 9: the row has 8 values, the header 9 columns"),
                report.badRows().stream().map(BadRow::toString).toList());
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    @Test
    void badRowsCanBeSkipped() throws Exception {
        ImportReport report = load(
                Contributions.file()
                        .row("KAZ", "UNIFIL", "Troops", 9, 9, "2019-09-30")
                        .line("3,KAZ,,,UNIFIL,Troops,one,2,2019-10-31")
                        .text(),
                SKIPPING);

        assertEquals(List.of(2L, 1L, 1L), List.of(report.rowsRead(), report.rowsStored(), report.rowsBad()));
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,9,9,2019-09-30"), exported());
    }

    @Test
    void aCodeAndANameOfTwoNationsAreABadRow() throws Exception {
        ImportReport report = load(
                Contributions.file()
                        .line("1,COG,178,DR Congo,MONUSCO,Troops,0,1,2020-01-31")
                        .text(),
                STRICT);

        assertEquals(
                "line 2, column contributing_country: \"DR Congo\": code, M49 number and name are those of different nations",
                report.badRows().get(0).toString());
    }

    /** Whichever comes first, the fewer rows of a month are the bad ones. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMonthIsReportedByMissionThroughoutOrNotAtAll(boolean oddOnesFirst) throws Exception {
        List<String> even = List.of(
                "1,KAZ,,,UNIFIL,Troops,0,9,2019-09-30",
                "2,KAZ,,,UNDOF,Troops,0,9,2019-09-30",
                "3,KAZ,,,,Troops,0,9,2018-09-30",
                "4,IND,,,,Troops,0,9,2018-09-30");
        List<String> odd = List.of("5,KAZ,,,,Troops,0,9,2019-09-30", "6,KAZ,,,UNIFIL,Troops,0,9,2018-09-30");
        Contributions file = Contributions.file();
        (oddOnesFirst ? odd : even).forEach(file::line);
        (oddOnesFirst ? even : odd).forEach(file::line);

        ImportReport report = load(file.text(), SKIPPING);

        assertEquals(List.of(6L, 4L, 2L), List.of(report.rowsRead(), report.rowsStored(), report.rowsBad()));
        assertEquals(
                oddOnesFirst ? List.of(3L, 2L) : List.of(7L, 6L),
                report.badRows().stream().map(BadRow::line).toList());
        assertEquals(
                List.of(
                        "IND,356,India,,Troops,0,9,2018-09-30",
                        "KAZ,398,Kazakhstan,,Troops,0,9,2018-09-30",
                        "KAZ,398,Kazakhstan,UNDOF,Troops,0,9,2019-09-30",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,0,9,2019-09-30"),
                exported());
    }

    @Test
    void manyBadRowsAreCountedAndTheFirstListed() throws Exception {
        Contributions file = Contributions.file();
        IntStream.range(0, 500).forEach(i -> file.line(i + ",,,,,,,,x"));

        ImportReport report = load(file);

        assertEquals(500, report.rowsBad());
        assertEquals(ImportReport.MOST_BAD_ROWS, report.badRows().size());
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() throws Exception {
        Contributions file = Contributions.file().row("KAZ", "UNNEW", "Troops", 1, 121, "2019-09-30");

        ImportReport report = load(file.text(), DRY);

        assertTrue(report.dryRun());
        assertEquals(List.of("2019-09"), report.changes().added());
        assertEquals(List.of("UNNEW"), report.missionsAdded());
        assertEquals(List.of(), exported());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    /** A mission that only rows left out name is not added. */
    @Test
    void missionsOfRowsThatAreLeftOut() throws Exception {
        ImportReport report = load(
                Contributions.file()
                        .row("KAZ", "", "Troops", 0, 9, "2019-09-30")
                        .row("IND", "", "Troops", 0, 9, "2019-09-30")
                        .row("KAZ", "UNNEW", "Troops", 0, 9, "2019-09-30")
                        .text(),
                SKIPPING);

        assertEquals(List.of(), report.missionsAdded());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    @Test
    void numbersThatAddUpToMoreThanThereArePeople() throws Exception {
        Contributions file = Contributions.file();
        IntStream.range(0, 22_000).forEach(i -> file.row("KAZ", "UNIFIL", "Troops", 0, 100_000, "2019-09-30"));

        assertThrows(UnreadableFileException.class, () -> load(file));
        assertEquals(List.of(), exported());
    }

    @Test
    void missionsThatAreNone() throws Exception {
        Contributions file = Contributions.file();
        IntStream.range(0, 150).forEach(i -> file.row("KAZ", "MISSION " + i, "Troops", 0, 1, "2019-09-30"));

        ImportReport report = load(file);

        assertEquals(50, report.rowsBad());
        assertTrue(report.badRows().get(0).reason().startsWith("100 missions of the file are in no list already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1,2\n", "<html></html>", "[{\"a\":1}]", "{\"a\":1}", "\u0000\u0001\u0002"})
    void whatIsNoDataset(String text) {
        assertThrows(UnreadableFileException.class, () -> load(text, STRICT));
    }

    @Test
    void aStreamThatBreaksOffChangesNothing() throws Exception {
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));
        byte[] text = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 5, 5, "2019-09-30")
                .text()
                .getBytes(UTF_8);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThrows(UnreadableFileException.class, () -> importer.run(broken, STRICT, Progress.NONE));
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    /** Two imports of the same months at once would mix them. */
    @Test
    void anImportDuringAnotherIsRefused() throws Exception {
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select pk from source where natural_key = 'un-contributions' for update");

            assertThrows(ImportRunningException.class, () -> load(Contributions.file()));
            other.rollback();
        }
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));
    }

    /** A reader that asks again and again while a month changes between two states sees one of them. */
    @Test
    void noReaderSeesHalfAMonth() throws Exception {
        Contributions ones = Contributions.file();
        Contributions twos = Contributions.file();
        for (String nation : List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK")) {
            for (String mission : List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF")) {
                ones.row(nation, mission, "Troops", 0, 1, "2020-01-31");
                twos.row(nation, mission, "Troops", 0, 2, "2020-01-31");
            }
        }
        load(ones);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
                try {
                    load(i % 2 == 0 ? ones : twos);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        Set<Integer> seen = new TreeSet<>();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (int i = 0; (i < 100 || seen.size() < 2) && System.nanoTime() < deadline; i++) {
            seen.add(Client.data("{ strength(on: \"2020-01-31\") { total } }").getInt("strength.total"));
        }
        enough.set(true);
        writer.join();
        assertEquals(Set.of(50, 100), seen);
    }

    /** The order of rows means nothing: months may come in pieces. */
    @Test
    void rowsInAnyOrder() throws Exception {
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

    private ImportReport load(Contributions file) throws Exception {
        return load(file.text(), STRICT);
    }

    private ImportReport load(String text, ImportOptions options) throws Exception {
        return importer.run(Contributions.stream(text), options, Progress.NONE);
    }

    private List<Long> primaryKeys() throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select pk from personnel_count union all select pk from monthly_report")) {
            while (found.next()) {
                keys.add(found.getLong(1));
            }
        }
        return keys;
    }
}
