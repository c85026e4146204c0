package org.bluehelmets.strength;

import static java.util.stream.Collectors.joining;
import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Plan;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the number of SQL statements for official totals and the indexes that they use. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class StatementsTest {

    private static final int YEARS = 5;
    private static final List<String> NATIONS =
            List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK");
    private static final List<String> MISSIONS = List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF");

    @Inject
    DataSource dataSource;

    private final Rows rows = new Rows();

    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions file = Contributions.file();
        for (int month = 0; month < 12 * YEARS; month++) {
            for (String nation : NATIONS) {
                for (String mission : MISSIONS) {
                    file.row(
                            nation,
                            mission,
                            "Troops",
                            1,
                            month,
                            "%d-%02d-28".formatted(2015 + month / 12, month % 12 + 1));
                }
            }
        }
        Contributions.load(file);
        rows.update("analyze");
    }

    @AfterEach
    void clear() {
        rows.clear();
        rows.clearImports();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nations(first: 100, filter: {code: {in: [%s]}})     | strength(on: \"2017-06-30\") { total byCategory { total } } rank(on: \"2017-06-30\") | 4",
                "nations(first: 100, filter: {code: {in: [%s]}})     | strength(mission: \"UNIFIL\") { total source { key } } rank(mission: \"UNIFIL\")   | 5",
                "nations(first: 100, filter: {code: {in: [%s]}})     | strengthSeries(interval: YEAR) { total }                                         | 3",
                "missions(first: 100, filter: {acronym: {in: [%s]}}) | strength { total } contributors(first: 3) { totalCount nodes { code } }          | 5",
                "missions(first: 100, filter: {acronym: {in: [%s]}}) | strengthSeries { total }                                                         | 3",
            })
    void runsAsManyStatementsForAllObjectsAsForOne(String list, String fields, int statements) {
        String query = "{ " + list + " { nodes { " + fields + " } } }";

        List<String> forOne = Statements.of(() -> data(query.formatted("\"KAZ\", \"UNIFIL\"")));
        List<String> forAll =
                Statements.of(() -> data(query.formatted(Stream.concat(NATIONS.stream(), MISSIONS.stream())
                        .map(key -> "\"" + key + "\"")
                        .collect(joining(", ")))));

        assertEquals(statements, forOne.size(), forOne.toString());
        assertEquals(statements, forAll.size(), forAll.toString());
    }

    @Test
    void runsAsManyStatementsForManyCountsAsForOne() {
        String query = """
                { personnelCounts(first: %d, filter: { source: { kind: { eq: ARTICLE } } }) { nodes {
                    corroboration { verdict } } } }""";

        // One each for the counts, the reports, the missions outside the UN, the nations, the missions and the mission
        // names in notes; one for each shape of scope; three for contingents.
        assertTrue(Statements.of(() -> data(query.formatted(1))).size() <= 5);
        assertTrue(Statements.of(() -> data(query.formatted(100))).size() <= 13);
    }

    @Test
    void runsAsManyStatementsForManyUnitCountsAsForTwo() {
        PersonnelCountRows figures = new PersonnelCountRows(rows);
        rows.source("A");
        int made = 0;
        for (String mission : MISSIONS) {
            figures.battalion(mission, null);
            for (String nation : NATIONS) {
                String deployment = nation + mission;
                figures.deployment(deployment, nation, mission, null, 1, "DEPLOYED", "2015", null);
                String asOf = "%d-%02d".formatted(2015 + made % YEARS, made % 12 + 1);
                String key = String.valueOf(100 + made++);
                figures.figure(key, nation, mission, null, deployment, "TROOPS", 9, "EXACT", "DEPLOYED", asOf, null);
                figures.figure(key + "U", nation, mission, mission, null, "TROOPS", 9, "EXACT", "DEPLOYED", asOf, null);
            }
        }
        String query = """
                { personnelCounts(first: %d, filter: { source: { key: { eq: "T-A" } } }) { nodes {
                    corroboration { verdict reason } } } }""";

        List<String> forTwo = Statements.of(() -> data(query.formatted(2)));
        List<String> forAll = Statements.of(() -> data(query.formatted(100)));

        // Counts, reports, missions outside the UN, nations, missions, official totals; three for contingents.
        assertEquals(9, forTwo.size(), forTwo.toString());
        assertEquals(forTwo.size(), forAll.size(), forAll.toString());
    }

    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "contributors of a day     | contributors(on: \"2017-06-30\") { totalCount }                     | 1",
                "contributors of a mission | contributors(on: \"2017-06-30\", mission: \"UNIFIL\") { totalCount }  | 1",
                "strength of all           | strength(on: \"2017-06-30\") { total }                              | 5",
                "strength of a nation      | strength(on: \"2017-06-30\", nation: \"KAZ\") { total }               | 5",
                "strength of both          | strength(on: \"2017-06-30\", nation: \"KAZ\", mission: \"UNIFIL\") { total } | 5",
                "years of all              | strengthSeries(interval: YEAR) { total }                          | 5",
            })
    void readsDayFromIndexOnly(String name, String field, int reports) throws SQLException {
        int rowsOfReport = NATIONS.size() * MISSIONS.size();

        Plan scan = scan("{ " + field + " }");

        assertEquals(Set.of("PERSONNEL_COUNT_BY_DATE"), scan.rows().keySet());
        assertTrue(scan.rows().get("PERSONNEL_COUNT_BY_DATE") <= reports * (rowsOfReport + 1), scan.text());
    }

    @EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a nation   | strengthSeries(nation: \"KAZ\") { total }                      | PERSONNEL_COUNT_BY_NATION  | 5",
                "a mission  | strengthSeries(mission: \"UNIFIL\") { total }                  | PERSONNEL_COUNT_BY_MISSION | 10",
                "both       | strengthSeries(nation: \"KAZ\", mission: \"UNIFIL\") { total }   | PERSONNEL_COUNT_BY_NATION  | 5",
            })
    void readsSeriesByIndex(String name, String field, String index, int rowsOfReport) throws SQLException {
        int articles = 100;

        Plan scan = scan("{ " + field + " }");

        assertEquals(Set.of(index), scan.rows().keySet());
        assertTrue(scan.rows().get(index) <= 12 * YEARS * rowsOfReport + articles, scan.text());
    }

    /** Returns the execution plan of the statement that adds up official counts. */
    private Plan scan(String query) throws SQLException {
        String sql = Statements.of(() -> data(query)).stream()
                .filter(statement -> statement.contains("personnel_count") && statement.contains("sum("))
                .findFirst()
                .orElseThrow();
        // The statements equal those of the queries except for their values.
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("natural_key=", "un-contributions");
        values.put("as_of_date=", LocalDate.of(2017, 6, 28));
        values.put(
                "reported_on=any\\(",
                rows.column("select reported_on from monthly_report where month(reported_on) = 12"));
        values.put("between ", 2015);
        values.put("between \\? and ", 2015 + YEARS - 1);
        values.put(
                "(mission_pk\\+0\\)|m1_0\\.pk)=any\\(", rows.column("select pk from mission where acronym = 'UNIFIL'"));
        values.put("", rows.column("select pk from nation where code = 'KAZ'"));
        return Plan.of(dataSource, sql, "PERSONNEL_COUNT", values);
    }
}
