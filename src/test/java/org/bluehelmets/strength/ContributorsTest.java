package org.bluehelmets.strength;

import static org.bluehelmets.testsupport.Client.code;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies contributors and ranks with a few small reports. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ContributorsTest extends FewReports {

    @Test
    void sharesRankBetweenEqualTotals() {
        JsonPath answer = data("""
                { contributors(on: "2020-03-31") { totalCount reportedOn
                  edges { rank total women men share node { code } } nodes { code } } }""");
        assertEquals(
                List.of("1 IND 2000", "2 GHA 800", "2 ITA 800", "4 KAZ 128", "5 FRA 1"),
                answer.<Map<String, ?>>getList("contributors.edges").stream()
                        .map(edge -> edge.get("rank") + " " + ((Map<?, ?>) edge.get("node")).get("code") + " "
                                + edge.get("total"))
                        .toList());
        assertEquals(5, answer.getInt("contributors.totalCount"));
        assertEquals("2020-03-31", answer.getString("contributors.reportedOn"));
        assertEquals(List.of("IND", "GHA", "ITA", "KAZ", "FRA"), answer.getList("contributors.nodes.code"));
        assertEquals(800 / 3729f, answer.getFloat("contributors.edges[1].share"));
        assertEquals(100, answer.getInt("contributors.edges[1].women"));
    }

    @Test
    void omitsNationsWithoutPersonnel() {
        JsonPath answer = data("""
                { togo: nation(code: "TGO") { rank(on: "2020-03-31") }
                  nepal: nation(code: "NPL") { now: rank(on: "2020-02-29") then: rank(on: "2020-01-31") }
                  india: nation(code: "IND") { rank(on: "2020-03-31", mission: "UNIFIL") }
                  untold: nation(code: "IND") { rank(on: "2020-04-30", mission: "UNIFIL") }
                  told: nation(code: "IND") { rank(on: "2020-04-30") } }""");
        assertNull(answer.get("togo.rank"));
        assertNull(answer.get("nepal.now"));
        assertEquals(2, answer.getInt("nepal.then"));
        assertNull(answer.get("india.rank"));
        assertNull(answer.get("untold.rank"));
        assertEquals(2, answer.getInt("told.rank"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mission: \"UNIFIL\", on: \"2020-03-31\" | GHA ITA KAZ | 2020-03-31",
                "mission: \"UNIFIL\", on: \"2020-04-30\" | ''          |",
                "on: \"2020-04-30\"                    | KAZ IND     | 2020-04-30",
                "on: \"2020-01-01\"                    | ''          |",
                "mission: \"XXX\"                      | ''          |",
                "mission: \"UNDOF\", on: \"2020-03-31\"  | ''          | 2020-03-31",
            })
    void listsContributors(String arguments, String codes, String reportedOn) {
        JsonPath answer = data("{ contributors(" + arguments + ") { reportedOn nodes { code } } }");
        assertEquals(codes, String.join(" ", answer.getList("contributors.nodes.code", String.class)));
        assertEquals(reportedOn, answer.getString("contributors.reportedOn"));
    }

    @Test
    void paginatesContributors() {
        List<String> codes = new ArrayList<>();
        String after = "null";
        boolean more = true;
        while (more) {
            JsonPath page = data("""
                    { contributors(on: "2020-03-31", first: 2, after: %s) {
                      totalCount nodes { code } edges { cursor }
                      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""".formatted(after));
            assertEquals(!codes.isEmpty(), page.getBoolean("contributors.pageInfo.hasPreviousPage"));
            assertEquals(5, page.getInt("contributors.totalCount"));
            List<String> cursors = page.getList("contributors.edges.cursor");
            assertEquals(cursors.get(0), page.getString("contributors.pageInfo.startCursor"));
            assertEquals(cursors.get(cursors.size() - 1), page.getString("contributors.pageInfo.endCursor"));
            codes.addAll(page.getList("contributors.nodes.code"));
            after = "\"" + page.getString("contributors.pageInfo.endCursor") + "\"";
            more = page.getBoolean("contributors.pageInfo.hasNextPage");
        }
        assertEquals(List.of("IND", "GHA", "ITA", "KAZ", "FRA"), codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 101          | `first` must be between 0 and 100, but was 101.",
                "first: -1           | `first` must be between 0 and 100, but was -1.",
                "after: \"x\"          | `after` is not a cursor of this list",
                "on: \"2020-02-30\"    | on must be an existing date in the format YYYY-MM-DD",
            })
    void rejectsInvalidArguments(String arguments, String message) {
        Map<String, Object> error = error("{ contributors(" + arguments + ") { totalCount } }");
        assertEquals("BAD_USER_INPUT", code(error));
        assertTrue(error.get("message").toString().startsWith(message), error.toString());
    }
}
