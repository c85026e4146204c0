package org.bluehelmets.execution;

import static java.time.LocalDate.EPOCH;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Rows.PREFIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries take few SQL statements, and every field gets its own result. */
@QuarkusTest
class QueryExecutorTest {

    private static final String FOUR_LEVELS = """
            query FourLevels($mission: String!, $battalions: Int!, $counts: Int!) {
              missions(filter: { acronym: { startsWith: $mission } }, first: 10) {
                nodes {
                  acronym
                  battalions(first: $battalions) {
                    nodes {
                      name
                      nations { code }
                      personnelCounts(first: $counts, orderBy: [{ field: AS_OF, direction: DESC }]) {
                        nodes { total nation { name } source { title } }
                      }
                    }
                  }
                }
              }
            }""";

    private final Rows rows = new Rows();

    @BeforeEach
    void makeSource() {
        rows.source("A");
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void takesSameStatementsForTenRowsAndForTenThousand() {
        makeMissions(1, 1, 10);
        List<String> statementsForFew = statements(10);
        rows.clear();
        rows.source("A");
        makeMissions(10, 10, 100);
        List<String> statementsForMany = statements(10_000);

        assertEquals(statementsForFew, statementsForMany);
        // missions; their battalions; the nations and counts of these; the nations and sources of the counts
        assertEquals(6, statementsForMany.size(), () -> String.join("\n", statementsForMany));
    }

    private void makeMissions(int missions, int battalions, int counts) {
        for (int m = 0; m < missions; m++) {
            rows.mission("M" + m);
            for (int b = 0; b < battalions; b++) {
                rows.battalion("B" + m + "-" + b, "M" + m, "IND", "KAZ");
                rows.counts(counts, "KAZ", "M" + m, "B" + m + "-" + b, "A", EPOCH);
            }
        }
    }

    private static List<String> statements(int maxCounts) {
        return Statements.of(() -> {
            JsonPath data = data(FOUR_LEVELS, Map.of("mission", PREFIX + "M", "battalions", 10, "counts", 100));
            List<?> counts = data.getList("missions.nodes.battalions.nodes.flatten().personnelCounts.nodes.flatten()");
            assertTrue(counts.size() > 1 && counts.size() <= maxCounts, () -> counts.size() + " counts");
        });
    }

    @Test
    void appliesPageSizePerParent() {
        rows.mission("FEW");
        rows.mission("MANY");
        rows.counts(3, "KAZ", "FEW", null, "A", EPOCH);
        rows.counts(50, "KAZ", "MANY", null, "A", EPOCH.plusYears(10));

        List<List<Integer>> totals = data("""
                        {
                          missions(filter: { acronym: { startsWith: "T-" } }) {
                            nodes { personnelCounts(first: 5, orderBy: [{ field: AS_OF, direction: DESC }]) { nodes { total } } }
                          }
                        }""").getList("missions.nodes.personnelCounts.nodes.total");

        assertEquals(List.of(List.of(2, 1, 0), List.of(49, 48, 47, 46, 45)), totals);
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void limitsRowsInDatabase() {
        List<String> sent =
                Statements.of(() -> data("{ nations { nodes { battalions(first: 1) { nodes { name } } } } }"));

        assertTrue(sent.get(1).contains("row_number() over (partition by"), () -> sent.get(1));
        assertTrue(sent.get(0).contains("fetch first"), () -> sent.get(0));
    }

    @Test
    void returnsOwnResultForEachAlias() {
        rows.mission("M");
        rows.counts(5, "KAZ", "M", null, "A", EPOCH);

        JsonPath mission = data("""
                        {
                          mission(acronym: "t-m") {
                            one: personnelCounts(first: 1) { nodes { total } }
                            two: personnelCounts(first: 2) { nodes { total } }
                            last: personnelCounts(last: 2) { nodes { total } }
                            large: personnelCounts(filter: { total: { gte: 3 } }) { totalCount nodes { total } }
                            down: personnelCounts(orderBy: [{ field: TOTAL, direction: DESC }]) { totalCount nodes { total } }
                          }
                        }""").setRootPath("data.mission");

        assertEquals(List.of(0), mission.getList("one.nodes.total"));
        assertEquals(List.of(0, 1), mission.getList("two.nodes.total"));
        assertEquals(List.of(3, 4), mission.getList("last.nodes.total"));
        assertEquals(List.of(3, 4), mission.getList("large.nodes.total"));
        assertEquals(2, mission.getInt("large.totalCount"));
        assertEquals(List.of(4, 3, 2, 1, 0), mission.getList("down.nodes.total"));
        assertEquals(5, mission.getInt("down.totalCount"));
    }

    @Test
    void returnsOwnRowsForParentsWithEqualHashes() {
        assertEquals((PREFIX + "Aa").hashCode(), (PREFIX + "BB").hashCode(), "the hashes of the natural keys");
        rows.battalion("Aa", null, "KAZ");
        rows.battalion("BB", null, "IND");
        rows.counts(1, "KAZ", null, "Aa", "A", EPOCH);
        rows.counts(2, "IND", null, "BB", "A", EPOCH);

        List<Map<String, ?>> units = data("""
                        {
                          battalions(filter: { name: { startsWith: "T-" } }) {
                            nodes { name nations { code } personnelCounts { totalCount nodes { nation { code } } } }
                          }
                        }""").getList("battalions.nodes");

        assertEquals(
                List.of(
                        Map.of(
                                "name", PREFIX + "Aa",
                                "nations", List.of(Map.of("code", "KAZ")),
                                "personnelCounts",
                                        Map.of(
                                                "totalCount",
                                                1,
                                                "nodes",
                                                List.of(Map.of("nation", Map.of("code", "KAZ"))))),
                        Map.of(
                                "name", PREFIX + "BB",
                                "nations", List.of(Map.of("code", "IND")),
                                "personnelCounts",
                                        Map.of(
                                                "totalCount",
                                                2,
                                                "nodes",
                                                List.of(
                                                        Map.of("nation", Map.of("code", "IND")),
                                                        Map.of("nation", Map.of("code", "IND")))))),
                units);
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void readsSharedObjectOnce() {
        List<String> sent = Statements.of(() -> {
            JsonPath data = data(
                    "{ personnelCounts(first: 100) { nodes { source { key } deployment { nation { code } mission { acronym } } } } }");
            assertNotNull(data.get("personnelCounts.nodes[0].source.key"));
        });

        // counts; their sources and deployments; the nations and missions of these
        assertEquals(5, sent.size(), () -> String.join("\n", sent));
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void takesNoStatementIfNoRowsAreNeeded() {
        assertEquals(List.of(), Statements.of(() -> data("{ __typename }")));
    }
}
