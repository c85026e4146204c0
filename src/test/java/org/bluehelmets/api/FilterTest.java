package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every operator of each type of value, and every field of every filter. */
@QuarkusTest
class FilterTest {

    /** A row with the fields selected below. */
    private record Row(Map<String, Object> json) {

        @SuppressWarnings("unchecked")
        <T> T at(String path) {
            Object value = json;
            for (String step : path.split("\\.")) {
                value = value == null ? null : ((Map<String, Object>) value).get(step);
            }
            return (T) value;
        }

        String text(String path) {
            return at(path);
        }

        Integer number(String path) {
            return at(path);
        }

        boolean is(String path, Object expected) {
            return expected.equals(at(path));
        }

        boolean known(String path) {
            return at(path) != null;
        }

        boolean any(String path, Object expected) {
            return this.<List<Object>>at(path.substring(0, path.indexOf('.'))).stream()
                    .anyMatch(each -> expected.equals(((Map<?, ?>) each).get(path.substring(path.indexOf('.') + 1))));
        }
    }

    private static final Map<String, String> FIELDS = Map.of(
            "nations",
            "code name",
            "missions",
            "acronym name kind active startedOn { date } hosts { code }",
            "battalions",
            "name unitKind joint nations { code } mission { acronym }",
            "deployments",
            "rotation status startsOn { date } endsOn { date } nation { code } mission { acronym } battalion { name }",
            "personnelCounts",
            """
            total women category status precision asOf { date }
            nation { code } mission { acronym } battalion { name } source { key }""",
            "milestones",
            "kind date { date } title nations { code } missions { acronym } battalions { name }",
            "sources",
            "key kind title publisher publishedOn { date }");

    private static Arguments passes(String list, String filter, Predicate<Row> rows) {
        return arguments(list, filter, rows);
    }

    static Stream<Arguments> operators() {
        return Stream.of(
                passes("personnelCounts", "{women: {eq: 1}}", c -> c.is("women", 1)),
                passes("personnelCounts", "{women: {ne: 1}}", c -> !c.is("women", 1)),
                passes("personnelCounts", "{women: {in: [1, 2]}}", c -> c.is("women", 1)),
                passes("personnelCounts", "{women: {notIn: [1, 2]}}", c -> !c.is("women", 1)),
                passes("personnelCounts", "{women: {isNull: true}}", c -> !c.known("women")),
                passes("personnelCounts", "{women: {isNull: false}}", c -> c.known("women")),
                passes("personnelCounts", "{women: {gte: 0}}", c -> c.known("women")),
                passes("personnelCounts", "{not: {women: {gte: 0}}}", c -> !c.known("women")),
                passes("personnelCounts", "{total: {lt: 120}}", c -> c.number("total") < 120),
                passes("personnelCounts", "{total: {lte: 120}}", c -> c.number("total") <= 120),
                passes("personnelCounts", "{total: {gt: 120}}", c -> c.number("total") > 120),
                passes("personnelCounts", "{total: {gte: 120}}", c -> c.number("total") >= 120),
                passes(
                        "personnelCounts",
                        "{total: {gt: 2, lte: 120, ne: 6}}",
                        c -> c.number("total") > 2 && c.number("total") <= 120 && c.number("total") != 6),
                passes("personnelCounts", "{total: {in: 6}}", c -> c.is("total", 6)),
                passes("deployments", "{startsOn: {eq: \"2020-08-01\"}}", d -> d.is("startsOn.date", "2020-08-01")),
                passes("deployments", "{startsOn: {ne: \"2020-08-01\"}}", d -> !d.is("startsOn.date", "2020-08-01")),
                passes(
                        "deployments",
                        "{startsOn: {lt: \"2020-08-01\"}}",
                        d -> d.known("startsOn") && d.text("startsOn.date").compareTo("2020-08-01") < 0),
                passes(
                        "deployments",
                        "{startsOn: {lte: \"2020-08-01\"}}",
                        d -> d.known("startsOn") && d.text("startsOn.date").compareTo("2020-08-01") <= 0),
                passes(
                        "deployments",
                        "{startsOn: {gt: \"2020-08-01\"}}",
                        d -> d.known("startsOn") && d.text("startsOn.date").compareTo("2020-08-01") > 0),
                passes(
                        "deployments",
                        "{startsOn: {gte: \"2020-08-01\"}}",
                        d -> d.known("startsOn") && d.text("startsOn.date").compareTo("2020-08-01") >= 0),
                passes(
                        "deployments",
                        "{not: {startsOn: {gte: \"2020-08-01\"}}}",
                        d -> !d.known("startsOn") || d.text("startsOn.date").compareTo("2020-08-01") < 0),
                passes("deployments", "{startsOn: {isNull: true}}", d -> !d.known("startsOn")),
                passes("deployments", "{startsOn: {isNull: false}}", d -> d.known("startsOn")),
                passes("deployments", "{status: {eq: ENDED}}", d -> d.is("status", "ENDED")),
                passes("deployments", "{status: {ne: ENDED}}", d -> !d.is("status", "ENDED")),
                passes("deployments", "{status: {in: [ENDED, PLANNED, CLAIMED]}}", d -> !d.is("status", "DEPLOYED")),
                passes("deployments", "{status: {notIn: [ENDED, PLANNED, CLAIMED]}}", d -> d.is("status", "DEPLOYED")),
                passes("nations", "{name: {eq: \"KAZAKHSTAN\"}}", n -> n.is("code", "KAZ")),
                passes("nations", "{name: {eq: \"CÔTE D'IVOIRE\"}}", n -> n.is("code", "CIV")),
                passes("nations", "{name: {ne: \"kazakhstan\"}}", n -> !n.is("code", "KAZ")),
                passes(
                        "nations",
                        "{name: {in: [\"india\", \"Brazil\", \"\"]}}",
                        n -> n.is("code", "IND") || n.is("code", "BRA")),
                passes(
                        "nations",
                        "{name: {notIn: [\"india\", \"Brazil\"]}}",
                        n -> !n.is("code", "IND") && !n.is("code", "BRA")),
                passes(
                        "nations",
                        "{name: {contains: \"STAN\"}}",
                        n -> n.text("name").contains("stan")),
                passes("nations", "{name: {startsWith: \"åland\"}}", n -> n.is("code", "ALA")),
                passes(
                        "nations",
                        "{name: {startsWith: \"united\", contains: \"states\"}}",
                        n -> n.text("name").startsWith("United")
                                && n.text("name").contains("States")),
                passes("nations", "{name: {eq: \"cote d’ivoire\"}}", n -> n.is("code", "CIV")),
                passes("nations", "{name: {in: [\"Co\\u0302te dʼIvoire\"]}}", n -> n.is("code", "CIV")),
                passes("nations", "{name: {ne: \"Cote dIvoire\"}}", n -> !n.is("code", "CIV")),
                passes("nations", "{name: {eq: \"guinea bissau\"}}", n -> n.is("code", "GNB")),
                passes("nations", "{name: {startsWith: \"Turkıye\"}}", n -> n.is("code", "TUR")),
                passes("nations", "{name: {startsWith: \"A\\u030ALAND\"}}", n -> n.is("code", "ALA")),
                passes(
                        "nations",
                        "{name: {contains: \" of \"}}",
                        n -> n.text("name").matches("(?i).*\\bof\\b.*")),
                passes(
                        "nations",
                        "{name: {contains: \"(\"}}",
                        n -> n.text("name").contains("(")),
                passes(
                        "nations",
                        "{name: {contains: \"-\"}}",
                        n -> n.text("name").contains("-")),
                passes("nations", "{code: {eq: \"ｋａｚ\"}}", n -> n.is("code", "KAZ")),
                passes("nations", "{code: {in: [\"fİn\"]}}", n -> n.is("code", "FIN")),
                passes("nations", "{code: {eq: \"kaz\"}}", n -> n.is("code", "KAZ")),
                passes("nations", "{code: {ne: \"kaz\"}}", n -> !n.is("code", "KAZ")),
                passes("nations", "{code: {in: [\"kaz\", \"Ind\"]}}", n -> n.is("code", "KAZ") || n.is("code", "IND")),
                passes(
                        "nations",
                        "{code: {notIn: [\"kaz\", \"Ind\"]}}",
                        n -> !n.is("code", "KAZ") && !n.is("code", "IND")),
                passes(
                        "nations",
                        "{code: {contains: \"az\"}}",
                        n -> n.text("code").contains("AZ")),
                passes(
                        "nations",
                        "{code: {startsWith: \"ka\"}}",
                        n -> n.text("code").startsWith("KA")),
                passes("battalions", "{joint: {eq: true}}", b -> b.is("joint", true)),
                passes("battalions", "{joint: {eq: false}}", b -> b.is("joint", false)));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                passes(
                        "missions",
                        "{acronym: {startsWith: \"minu\"}}",
                        m -> m.text("acronym").startsWith("MINU")),
                passes(
                        "missions",
                        "{name: {contains: \"haiti\"}}",
                        m -> m.text("name").contains("Haiti")),
                passes("missions", "{kind: {eq: NON_UN}}", m -> m.is("kind", "NON_UN")),
                passes("missions", "{active: {eq: true}}", m -> m.is("active", true)),
                passes("missions", "{active: {eq: false}}", m -> m.is("active", false)),
                passes(
                        "missions",
                        "{startedOn: {gte: \"2000-01-01\"}}",
                        m -> m.text("startedOn.date").compareTo("2000") > 0),
                passes("missions", "{host: {code: {eq: \"HTI\"}}}", m -> m.any("hosts.code", "HTI")),
                passes("missions", "{not: {host: {code: {eq: \"HTI\"}}}}", m -> !m.any("hosts.code", "HTI")),
                passes("battalions", "{name: {eq: \"kazbat\"}}", b -> b.is("name", "KAZBAT")),
                passes(
                        "battalions",
                        "{unitKind: {in: [COMPANY, RESERVE]}}",
                        b -> b.is("unitKind", "COMPANY") || b.is("unitKind", "RESERVE")),
                passes("battalions", "{nation: {code: {eq: \"IND\"}}}", b -> b.any("nations.code", "IND")),
                passes("battalions", "{not: {nation: {code: {eq: \"IND\"}}}}", b -> !b.any("nations.code", "IND")),
                passes("battalions", "{mission: {acronym: {eq: \"OIF\"}}}", b -> b.is("mission.acronym", "OIF")),
                passes(
                        "battalions",
                        "{not: {mission: {acronym: {eq: \"OIF\"}}}}",
                        b -> !b.is("mission.acronym", "OIF")),
                passes(
                        "battalions",
                        "{mission: {acronym: {ne: \"OIF\"}}}",
                        b -> b.known("mission") && !b.is("mission.acronym", "OIF")),
                passes("deployments", "{rotation: {gt: 2}}", d -> d.known("rotation") && d.number("rotation") > 2),
                passes("deployments", "{endsOn: {lt: \"2010-01-01\"}}", d -> d.known("endsOn")),
                passes("deployments", "{nation: {name: {eq: \"Nepal\"}}}", d -> d.is("nation.code", "NPL")),
                passes(
                        "deployments",
                        "{mission: {kind: {eq: NON_UN}}}",
                        d -> Set.of("OIF", "CPF").contains(d.text("mission.acronym"))),
                passes("deployments", "{battalion: {joint: {eq: true}}}", d -> d.is("battalion.name", "IndKazBat")),
                passes("personnelCounts", "{category: {eq: ALL}}", c -> c.is("category", "ALL")),
                passes("personnelCounts", "{status: {notIn: [DEPLOYED]}}", c -> !c.is("status", "DEPLOYED")),
                passes("personnelCounts", "{precision: {ne: EXACT}}", c -> !c.is("precision", "EXACT")),
                passes(
                        "personnelCounts",
                        "{asOf: {lt: \"2019-01-01\"}}",
                        c -> c.text("asOf.date").compareTo("2019") < 0),
                passes("personnelCounts", "{nation: {code: {eq: \"KAZ\"}}}", c -> c.is("nation.code", "KAZ")),
                passes(
                        "personnelCounts",
                        "{nation: {code: {ne: \"KAZ\"}}}",
                        c -> c.known("nation") && !c.is("nation.code", "KAZ")),
                passes("personnelCounts", "{not: {nation: {code: {eq: \"KAZ\"}}}}", c -> !c.is("nation.code", "KAZ")),
                passes(
                        "personnelCounts",
                        "{mission: {acronym: {eq: \"unifil\"}}}",
                        c -> c.is("mission.acronym", "UNIFIL")),
                passes(
                        "personnelCounts",
                        "{battalion: {nation: {code: {eq: \"IND\"}}}}",
                        c -> c.is("battalion.name", "IndKazBat")),
                passes(
                        "personnelCounts",
                        "{source: {key: {eq: \"caspian-2024\"}}}",
                        c -> c.is("source.key", "caspian-2024")),
                passes("milestones", "{kind: {in: [TRAINING]}}", m -> m.is("kind", "TRAINING")),
                passes("milestones", "{date: {isNull: true}}", m -> !m.known("date")),
                passes(
                        "milestones",
                        "{title: {contains: \"KINPOT\"}}",
                        m -> m.text("title").contains("KINPOT")),
                passes("milestones", "{nation: {code: {eq: \"LBN\"}}}", m -> m.any("nations.code", "LBN")),
                passes("milestones", "{mission: {acronym: {eq: \"UNDOF\"}}}", m -> m.any("missions.acronym", "UNDOF")),
                passes("milestones", "{battalion: {name: {eq: \"KAZREG\"}}}", m -> m.any("battalions.name", "KAZREG")),
                passes(
                        "milestones",
                        "{not: {battalion: {unitKind: {eq: COMPANY}}}}",
                        m -> !m.any("battalions.name", "Kazakh company")),
                passes(
                        "sources",
                        "{key: {startsWith: \"CASPIAN\"}}",
                        s -> s.text("key").startsWith("caspian")),
                passes("sources", "{kind: {eq: DATASET}}", s -> s.is("kind", "DATASET")),
                passes(
                        "sources",
                        "{title: {contains: \"lebanon\"}}",
                        s -> s.text("title").contains("Lebanon")),
                passes("sources", "{publisher: {eq: \"the diplomat\"}}", s -> s.is("publisher", "The Diplomat")),
                passes(
                        "sources",
                        "{publishedOn: {gt: \"2020-07-01\"}}",
                        s -> s.known("publishedOn")
                                && s.text("publishedOn.date").compareTo("2020-07-01") > 0));
    }

    @ParameterizedTest
    @MethodSource({"operators", "fields"})
    void returnsMatchingRows(String list, String filter, Predicate<Row> passing) {
        List<Row> all = rows(list, "{}");
        List<Row> expected = all.stream().filter(passing).toList();
        assertEquals(expected, rows(list, filter));
        assertFalse(expected.isEmpty(), "no row passes: the data says nothing of this filter");
        assertTrue(expected.size() < all.size(), "every row passes: the data says nothing of this filter");
    }

    @Test
    void requiredTextIsNeverNull() {
        assertEquals(List.of(), rows("sources", "{title: {isNull: true}}"));
        assertEquals(rows("sources", "{}"), rows("sources", "{title: {isNull: false}}"));
        assertEquals(List.of(), rows("missions", "{acronym: {isNull: true}}"));
        assertEquals(rows("missions", "{}"), rows("missions", "{acronym: {isNull: false}}"));
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void bindsValuesAsParameters() {
        List<String> statements = Statements.of(() -> Client.data("""
                {
                  personnelCounts(
                    filter: {
                      total: {ne: 987654, in: [1, 987653], lt: 987652}
                      asOf: {gt: "1987-06-05"}
                      category: {ne: FORMED_POLICE_UNITS, notIn: [INDIVIDUAL_POLICE]}
                      nation: {code: {notIn: ["ZQX"]}, name: {contains: "zqy", startsWith: "zqz"}}
                      or: [{source: {key: {eq: "zqw"}}}, {not: {women: {eq: 987651}}}]
                    }
                    first: 37
                  ) { totalCount nodes { id } }
                  nations(filter: {name: {contains: "zqv' or '1'='1"}}) { nodes { id } }
                  search(text: "zqu") { __typename }
                }"""));
        assertTrue(statements.size() >= 4, "the page, its total, the nations and the search");
        for (String literal : List.of("9876", "1987", "POLICE", "zq", "ZQ", "'1'", "37")) {
            assertTrue(
                    statements.stream().noneMatch(sql -> sql.contains(literal)), () -> literal + " in " + statements);
        }
    }

    /** Returns all rows of a list, from up to three pages. */
    private static List<Row> rows(String list, String filter) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; ) {
            var data = Client.data("""
                    { %s(first: 100, filter: %s%s) { nodes { id %s } pageInfo { hasNextPage endCursor } } }""".formatted(list, filter, after, FIELDS.get(list)));
            rows.addAll(data.getList(list + ".nodes"));
            after = ", after: \"" + data.getString(list + ".pageInfo.endCursor") + "\"";
            more = data.getBoolean(list + ".pageInfo.hasNextPage");
        }
        return rows.stream().map(Row::new).toList();
    }
}
