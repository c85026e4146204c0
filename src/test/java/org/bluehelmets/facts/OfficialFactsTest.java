package org.bluehelmets.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.ImportReport;
import org.bluehelmets.imports.ImportSummary;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.imports.SkippedRow;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.SharedFile;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Compares the imported official UN files with published values. The files are imported once for all tests. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficialFactsTest {

    private static final String CONTRIBUTIONS = "data/un/contributions-2015-2025.csv.gz";
    private static final int ROWS = 99_878;
    private static final int MONTHS = 103;

    private final Rows rows = new Rows();

    private static boolean imported;

    private void importOnce() throws Exception {
        SharedFile.path(CONTRIBUTIONS);
        if (!imported) {
            rows.clearImports();
            ImportReport report = loadContributions();
            imported = true;
            assertEquals(ROWS, report.rowsStored());
            assertEquals(MONTHS, report.changes().added().size());
            assertEquals(List.of(), report.missionsAdded());
        }
    }

    @Test
    void matchesTableOfJanuary2021() throws Exception {
        importOnce();
        JsonPath answer = data("""
                { strength(on: "2021-01-31") { reportedOn total }
                  contributors(on: "2021-01-31", first: 5) { totalCount edges { rank total node { code } } } }""");
        assertEquals("2021-01-31", answer.getString("strength.reportedOn"));
        assertEquals(81_932, answer.getInt("strength.total"));
        assertEquals(122, answer.getInt("contributors.totalCount"));
        assertEquals(List.of("BGD", "RWA", "ETH", "NPL", "IND"), answer.getList("contributors.edges.node.code"));
    }

    @Test
    void returnsStrengthOfKazakhstan() throws Exception {
        importOnce();
        JsonPath answer = data("""
                { nation(code: "KAZ") {
                    undof: strength(on: "2024-03-31", mission: "UNDOF") { total women }
                    s2019: strength(on: "2019-09-30", mission: "UNIFIL") { byCategory { category total } }
                    s2021: strength(on: "2021-02-28", mission: "UNIFIL") { byCategory { category total } }
                    since: strengthSeries(from: "2021-10-01", to: "2024-03-31", mission: "UNIFIL") {
                      byCategory { category total } } } }""");
        assertEquals(Map.of("total", 139, "women", 7), answer.getMap("nation.undof"));
        assertEquals(122, answer.getInt("nation.s2019.byCategory.find { it.category == 'TROOPS' }.total"));
        assertEquals(244, answer.getInt("nation.s2021.byCategory.find { it.category == 'TROOPS' }.total"));
        List<Integer> since =
                answer.getList("nation.since.byCategory.collect { it.find { it.category == 'TROOPS' }.total }");
        assertTrue(since.size() > 20 && since.stream().allMatch(total -> total == 8), since.toString());
    }

    @Test
    void comparesArticlesWithReports() throws Exception {
        importOnce();
        Map<String, String> verdicts = data("""
                { personnelCounts(first: 100, filter: { source: { kind: { eq: ARTICLE } } }) { nodes {
                    total status asOf { text } nation { code } mission { acronym }
                    corroboration { verdict officialTotal } } } }""").<Map<String, ?>>getList("personnelCounts.nodes").stream()
                .collect(toMap(
                        OfficialFactsTest::name, OfficialFactsTest::verdict, (a, b) -> a + ", " + b, TreeMap::new));
        assertAll(
                () -> assertEquals("CONFIRMED 139", verdicts.get("KAZ UNDOF 139 PLANNED 2024-03")),
                () -> assertEquals("NO_OFFICIAL_REPORT null", verdicts.get("KAZ UNIFIL 120 DEPLOYED 2018-10-31")),
                () -> assertEquals("CONFIRMED 120", verdicts.get("KAZ UNIFIL 120 DEPLOYED 2020-05-31")),
                () -> assertEquals("CONFIRMED 2", verdicts.get("KAZ UNIFIL 2 DEPLOYED 2020-05-31")),
                () -> assertEquals("NOT_COMPARABLE 244", verdicts.get("KAZ UNIFIL 120 PLANNED 2021-02")),
                () -> assertEquals("CONFIRMED 9", verdicts.get("KAZ UNIFIL 9 DEPLOYED 2024-01-20")),
                () -> assertEquals("CONFIRMED 2", verdicts.get("KAZ MINUSCA 2 DEPLOYED 2024-01-20")),
                () -> assertEquals("CONFIRMED 0", verdicts.get("UZB null 0 DEPLOYED 2020-05-31")),
                () -> assertEquals("NO_OFFICIAL_REPORT null", verdicts.get("KAZ UNIFIL 120 PLANNED 2018-04-09")),
                () -> assertEquals("NOT_COMPARABLE null", verdicts.get("KAZ null 430 AUTHORISED 2024-01-19")),
                () -> assertEquals("NOT_COMPARABLE null", verdicts.get("KAZ null 170 PLANNED 2018")),
                () -> assertEquals("NOT_COMPARABLE null", verdicts.get("KAZ OIF 300 HISTORICAL 2003")));
    }

    /** From March 2018 to August 2019 the UN reported nations only, so the 0 of February 2018 does not hold any more. */
    @Test
    void returnsNullForMonthsWithoutMissions() throws Exception {
        importOnce();
        JsonPath answer = data("""
                { nation(code: "KAZ") {
                    before: strength(on: "2018-03-30", mission: "UNIFIL") { total }
                    during: strength(on: "2018-10-31", mission: "UNIFIL") { total }
                    rank(on: "2018-10-31", mission: "MINURSO")
                    strengthSeries(from: "2018-03-01", to: "2019-08-31") { total } }
                  contributors(on: "2018-10-31", mission: "UNIFIL") { totalCount }
                  mission(acronym: "UNIFIL") { now: strength { reportedOn } } }""");
        assertEquals(0, answer.getInt("nation.before.total"));
        assertNull(answer.get("nation.during"));
        assertNull(answer.get("nation.rank"));
        assertEquals(List.of(), answer.getList("nation.strengthSeries"));
        assertEquals(0, answer.getInt("contributors.totalCount"));
        assertEquals("2025-07-31", answer.getString("mission.now.reportedOn"));
    }

    /** The Diplomat gives rank 66, just below Sweden. */
    @Test
    void returnsRankOfKazakhstanInMay2020() throws Exception {
        importOnce();
        JsonPath answer = data("""
                { kaz: nation(code: "KAZ") { rank(on: "2020-05-31") } swe: nation(code: "SWE") { rank(on: "2020-05-31") } }""");
        assertEquals(66, answer.getInt("kaz.rank"));
        assertEquals(65, answer.getInt("swe.rank"));
    }

    @Test
    void exportsImportedValues() throws Exception {
        importOnce();
        Map<String, Integer> in = new TreeMap<>();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(open(CONTRIBUTIONS), UTF_8))) {
            count(in, file);
        }
        Map<String, Integer> out = new TreeMap<>();
        count(
                out,
                new BufferedReader(new StringReader(
                        Contributions.HEADER + "\n1," + String.join("\n1,", Contributions.exported()))));
        assertEquals(in, out);
    }

    /** Adds up women and men by nation, mission, category and day; several lines may have the same key. */
    private static void count(Map<String, Integer> people, BufferedReader csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(csv)) {
            String key = String.join(
                    "/",
                    row.get("isocode3"),
                    row.get("m49_code"),
                    row.get("mission_acronym"),
                    row.get("personnel_type"),
                    row.get("last_reporting_date"));
            people.merge(key + "/women", Integer.valueOf(row.get("female_personnel")), Integer::sum);
            people.merge(key + "/men", Integer.valueOf(row.get("male_personnel")), Integer::sum);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void changesNothingOnSecondImport() throws Exception {
        importOnce();
        ImportReport again = loadContributions();
        assertEquals(MONTHS, again.changes().unchanged());
        assertEquals(ROWS, again.rowsStored());
    }

    @Test
    @DisabledOnIntegrationTest("missions and fatalities are imported from the command line only")
    void importsMissionsAndFatalities() throws Exception {
        importOnce();
        ImportReport missions = load("data/un/missions.csv");
        assertEquals(75, missions.rowsStored());
        assertEquals(
                List.of("MICAH", "UNGCI", "UNOHCI", "UNPF", "UNSCOB", "UNSMA"),
                missions.changes().added());
        assertEquals(
                Set.of("IPTF", "UNAVEM", "UNCPSG", "UNEF", "UNFOR", "UNOSOM"),
                missions.skippedRows().stream().map(SkippedRow::value).collect(toSet()));
        assertKinds();
        ImportReport fatalities = load("data/un/fatalities.csv.gz");
        assertEquals(4_429, fatalities.rowsStored());
        // The file has 81 acronyms. Deaths in each of two missions are listed under three acronyms, and those of UNMIBH
        // also under IPTF.
        assertEquals(83, fatalities.changes().added().size());
        assertKinds();

        JsonPath answer = data("""
                { unscob: mission(acronym: "UNSCOB") { name active endedOn { text } source { key } }
                  unohci: mission(acronym: "UNOHCI") { active endedOn { text } }
                  minusma: mission(acronym: "MINUSMA") { active source { key } }
                  unifil: mission(acronym: "UNIFIL") {
                    figures(metric: FATALITIES) { value asOf { text } source { key } } } }""");
        assertEquals("United Nations Special Committee on the Balkans", answer.getString("unscob.name"));
        assertEquals("1951-07-12", answer.getString("unscob.endedOn.text"));
        assertEquals("un-missions", answer.getString("unscob.source.key"));
        assertEquals(false, answer.getBoolean("unohci.active"));
        assertEquals("un-peacekeeping", answer.getString("minusma.source.key"));
        assertEquals(List.of("diplomat-2020", "un-fatalities"), answer.getList("unifil.figures.source.key"));
        assertEquals("2025-04-04", answer.getString("unifil.figures[1].asOf.text"));
        assertEquals(fatalitiesOf("UNIFIL"), answer.getDouble("unifil.figures[1].value"));

        ImportSummary again = load("data/un/missions.csv").changes();
        assertEquals(List.of(6, 69), List.of(again.unchanged(), again.kept()));
        assertEquals(83, load("data/un/fatalities.csv.gz").changes().unchanged());
    }

    /** The kinds do not depend on the imported files. */
    private static void assertKinds() {
        JsonPath answer = data("""
                { operations: missions(first: 100, filter: { kind: { eq: PEACEKEEPING } }) {
                    totalCount nodes { active(on: "2026-11-29") source { key } } }
                  missions(filter: { acronym: { in: ["UNEF", "UNAVEM", "UNOSOM", "IPTF", "UNCPSG", "UNFOR"] } }) { totalCount }
                  unpf: mission(acronym: "UNPF") { kind } micah: mission(acronym: "MICAH") { kind } }""");
        assertEquals(71, answer.getInt("operations.totalCount"));
        assertEquals(Set.of("un-peacekeeping"), Set.copyOf(answer.getList("operations.nodes.source.key")));
        assertEquals(11, Collections.frequency(answer.getList("operations.nodes.active"), true));
        assertEquals(0, answer.getInt("missions.totalCount"));
        assertEquals("SUPPORT", answer.getString("unpf.kind"));
        assertEquals("SPECIAL_POLITICAL", answer.getString("micah.kind"));
    }

    private static long fatalitiesOf(String mission) throws IOException {
        try (BufferedReader file =
                new BufferedReader(new InputStreamReader(open("data/un/fatalities.csv.gz"), UTF_8))) {
            return file.lines()
                    .filter(line -> line.contains("," + mission + ","))
                    .count();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void removesImportedData() {
        rows.clearImports();
        imported = false;
    }

    private static ImportReport loadContributions() throws IOException {
        try (InputStream file = SharedFile.stream(CONTRIBUTIONS)) {
            return Contributions.load(file.readAllBytes());
        }
    }

    private static ImportReport load(String file) throws Exception {
        Importer importer = Arc.container().instance(Importer.class).get();
        return importer.run(SharedFile.stream(file), ImportOptions.DEFAULT, ImportProgress.NONE);
    }

    private static InputStream open(String file) throws IOException {
        return new GZIPInputStream(SharedFile.stream(file));
    }

    private static String name(Map<String, ?> figure) {
        return String.join(
                " ",
                at(figure, "nation", "code"),
                at(figure, "mission", "acronym"),
                figure.get("total").toString(),
                figure.get("status").toString(),
                at(figure, "asOf", "text"));
    }

    private static String verdict(Map<String, ?> figure) {
        return at(figure, "corroboration", "verdict") + " " + at(figure, "corroboration", "officialTotal");
    }

    private static String at(Map<String, ?> figure, String object, String field) {
        Map<?, ?> found = (Map<?, ?>) figure.get(object);
        return found == null ? "null" : String.valueOf(found.get(field));
    }
}
