package org.bluehelmets.dataloading;

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
import javax.sql.DataSource;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Plan;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of a long list is read without the rows before and after it. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class LongListsTest {

    private static final int MONTHS = 60;
    private static final List<String> NATIONS =
            List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK");
    private static final String MIDDLE = "2017-07-28";

    private static boolean othersAreThere;

    @Inject
    DataSource dataSource;

    private final Rows rows = new Rows();

    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions file = Contributions.file();
        for (int month = 0; month < MONTHS; month++) {
            for (String nation : NATIONS) {
                file.row(nation, "UNIFIL", "Troops", 1, month, day(month));
                file.row(nation, "UNMISS", "Troops", 1, month, day(month));
            }
        }
        Contributions.load(file);
        if (TestDatabase.isPostgreSQL() && !othersAreThere) {
            addOthers();
            othersAreThere = true;
        }
        rows.update("analyze");
    }

    /** Adds rows of other parents, because PostgreSQL does not use an index for small tables. */
    private void addOthers() {
        rows.update("""
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total,
                  precision, status, as_of_date, as_of_precision, source_pk)
                select 'other/' || n.code || '/' || m.acronym || '/' || i, n.pk, m.pk, 'TROOPS', i,
                  'EXACT', 'DEPLOYED', date '2015-01-01' + i * 500, 'DAY', s.pk
                from nation n cross join mission m cross join generate_series(1, 4) i
                  join source s on s.natural_key = 'astana-times-2018'
                where n.code <> 'KAZ' and m.acronym <> 'UNIFIL'""");
    }

    private static String day(int month) {
        return "%d-%02d-28".formatted(2015 + month / 12, month % 12 + 1);
    }

    @AfterEach
    void clear() {
        rows.clearImports();
    }

    @AfterAll
    static void clearOthers() {
        if (othersAreThere) {
            new Rows().update("delete from personnel_count where natural_key like 'other/%'");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the first of a mission | mission(acronym: \"UNIFIL\")        | first: 10                                                  | PERSONNEL_COUNT_OF_MISSION_BY_DATE",
                "the newest             | mission(acronym: \"UNIFIL\")        | first: 10, orderBy: [{ field: AS_OF, direction: DESC }]    | PERSONNEL_COUNT_OF_MISSION_BY_DATE",
                "the last               | mission(acronym: \"UNIFIL\")        | last: 10                                                   | PERSONNEL_COUNT_OF_MISSION_BY_DATE",
                "of a nation            | nation(code: \"KAZ\")              | first: 10                                                  | PERSONNEL_COUNT_OF_NATION_BY_DATE",
                "of a source            | source(key: \"un-contributions\") | first: 10                                                  | PERSONNEL_COUNT_OF_SOURCE_BY_DATE",
            })
    void readsOnlyPageAtEnds(String name, String parent, String arguments, String index) throws SQLException {
        Plan plan = page(parent, arguments);

        assertRows(12, index, plan);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"ascending | ASC | after", "descending | DESC | after", "backwards | ASC | before"})
    void readsOnlyPageInMiddle(String name, String direction, String side) throws SQLException {
        String order = "orderBy: [{ field: AS_OF, direction: %s }]".formatted(direction);
        String cursor = data("""
                { mission(acronym: "UNIFIL") {
                    personnelCounts(first: 1, %s, filter: { asOf: { eq: "%s" } }) { edges { cursor } } } }
                """.formatted(order, MIDDLE)).getString("mission.personnelCounts.edges[0].cursor");

        Plan plan = page(
                "mission(acronym: \"UNIFIL\")",
                "%s: 10, %s: \"%s\", %s".formatted(side.equals("after") ? "first" : "last", side, cursor, order));

        // some rows of the same day are on the other side of the cursor
        assertRows(12 + NATIONS.size(), "PERSONNEL_COUNT_OF_MISSION_BY_DATE", plan);
    }

    /** Checks that at most this many rows are read from the index, and the rows of the page again by primary key. */
    private static void assertRows(int most, String index, Plan plan) {
        assertEquals(2, plan.rows().size(), plan.text());
        assertTrue(plan.rows().getOrDefault(index, MONTHS * NATIONS.size()) <= most, plan.text());
    }

    private Plan page(String parent, String arguments) throws SQLException {
        String query = "{ %s { personnelCounts(%s) { nodes { total } } } }".formatted(parent, arguments);
        String sql = Statements.of(() -> data(query)).stream()
                .filter(statement -> statement.contains("personnel_count"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mission_pk = ", rows.column("select pk from mission where acronym = 'UNIFIL'")[0]);
        values.put("nation_pk = ", rows.column("select pk from nation where code = 'KAZ'")[0]);
        values.put("source_pk = ", rows.column("select pk from source where natural_key = 'un-contributions'")[0]);
        values.put("as_of_date [<>=]+ ", LocalDate.parse(MIDDLE));
        values.put("natural_key [<>] ", "un-contributions-KAZ");
        return Plan.of(dataSource, sql, "PERSONNEL_COUNT", values);
    }
}
