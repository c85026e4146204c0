package org.bluehelmets.strength;

import static java.util.stream.Collectors.joining;
import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the database is asked for official figures, and how it finds them. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class StatementsTest {

    private static final int YEARS = 5;
    private static final List<String> NATIONS =
            List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK");
    private static final List<String> MISSIONS = List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF");

    /** What the planner says of how often it looked at a table's or an index's rows. */
    private static final Pattern SCANNED = Pattern.compile(
            "\"PERSONNEL_COUNT\" \"[^\"]+\"\\s+/\\* PUBLIC\\.(\\w+).*?scanCount: (\\d+)", Pattern.DOTALL);

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
    void asManyForAllAsForOne(String list, String fields, int statements) {
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
    void asManyForManyFiguresOfManyMonthsAsForOne() {
        String query = """
                { personnelCounts(first: %d, filter: { source: { kind: { eq: ARTICLE } } }) { nodes {
                    corroboration { verdict } } } }""";

        // one for the counts, the reports and the missions of others, and one for each shape: all or one nation,
        // all missions or one
        assertTrue(Statements.of(() -> data(query.formatted(1))).size() <= 4);
        assertTrue(Statements.of(() -> data(query.formatted(100))).size() <= 7);
    }

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
    void aDayIsReadFromItsIndexWithoutTheTable(String name, String field, int reports) throws SQLException {
        int rowsOfReport = NATIONS.size() * MISSIONS.size();

        Scan scan = scan("{ " + field + " }");

        assertEquals("PERSONNEL_COUNT_BY_DATE", scan.index);
        assertTrue(scan.rows <= reports * (rowsOfReport + 1), scan.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a nation   | strengthSeries(nation: \"KAZ\") { total }                      | PERSONNEL_COUNT_BY_NATION  | 5",
                "a mission  | strengthSeries(mission: \"UNIFIL\") { total }                  | PERSONNEL_COUNT_BY_MISSION | 10",
                "both       | strengthSeries(nation: \"KAZ\", mission: \"UNIFIL\") { total }   | PERSONNEL_COUNT_BY_NATION  | 5",
            })
    void aSeriesReadsNoRowsOfOthers(String name, String field, String index, int rowsOfReport) throws SQLException {
        int articles = 100;

        Scan scan = scan("{ " + field + " }");

        assertEquals(index, scan.index);
        assertTrue(scan.rows <= 12 * YEARS * rowsOfReport + articles, scan.toString());
    }

    private record Scan(String index, int rows, String plan) {}

    /** How the statement that adds up official counts finds them. */
    private Scan scan(String query) throws SQLException {
        String sql = Statements.of(() -> data(query)).stream()
                .filter(statement -> statement.contains("personnel_count") && statement.contains("sum("))
                .findFirst()
                .orElseThrow();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement explain = connection.prepareStatement("explain analyze " + sql)) {
            bind(explain, sql);
            try (ResultSet found = explain.executeQuery()) {
                found.next();
                String plan = found.getString(1);
                assertFalse(plan.contains("PERSONNEL_COUNT.tableScan"), plan);
                Matcher scanned = SCANNED.matcher(plan);
                assertTrue(scanned.find(), plan);
                return new Scan(scanned.group(1), Integer.parseInt(scanned.group(2)), plan);
            }
        }
    }

    /** The statements differ from those of the queries above only in their values, and in those hardly. */
    private void bind(PreparedStatement statement, String sql) throws SQLException {
        Matcher parameter = Pattern.compile("\\?").matcher(sql);
        for (int i = 1; parameter.find(); i++) {
            String before = sql.substring(0, parameter.start());
            if (before.endsWith("natural_key=")) {
                statement.setString(i, "un-contributions");
            } else if (before.endsWith("as_of_date=")) {
                statement.setObject(i, LocalDate.of(2017, 6, 28));
            } else if (before.endsWith("reported_on=any(")) {
                statement.setObject(i, column("select reported_on from monthly_report where month(reported_on) = 12"));
            } else if (before.endsWith("between ")) {
                statement.setInt(i, 2015);
            } else if (before.endsWith("between ? and ")) {
                statement.setInt(i, 2015 + YEARS - 1);
            } else if (before.matches("(?s).*(mission_pk\\+0\\)|m1_0\\.pk)=any\\(")) {
                statement.setObject(i, key("mission", "acronym", "UNIFIL"));
            } else {
                statement.setObject(i, key("nation", "code", "KAZ"));
            }
        }
    }

    private Object[] key(String table, String column, String value) throws SQLException {
        return column("select pk from %s where %s = '%s'".formatted(table, column, value));
    }

    private Object[] column(String sql) throws SQLException {
        List<Object> values = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            while (found.next()) {
                values.add(found.getObject(1));
            }
        }
        return values.toArray();
    }
}
