package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Defaults;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses do not depend on the default locale or the default time zone. */
@QuarkusTest
@DisabledOnIntegrationTest("changes the defaults of the service's own process")
class ProcessDefaultsTest {

    /** Documents with names, keys, dates and numbers in arguments and responses. Errors contain numbers. */
    private static final List<String> DOCUMENTS = List.of(
            "{ nations(first: 100, orderBy: { field: NAME }) { nodes { code name m49 } pageInfo { endCursor } } }",
            "{ nations(first: 100, filter: { name: { contains: \"IRI\" } }) { totalCount nodes { name } } }",
            "{ nations(first: 20, filter: { code: { startsWith: \"in\" } }) { nodes { code } } }",
            "{ nation(code: \"fin\") { code } mission(acronym: \"unifil\") { name startedOn { text date } } }",
            "{ missions(first: 100, filter: { acronym: { contains: \"mini\" } }) { nodes { acronym } } }",
            "{ sources(first: 9, filter: { key: { contains: \"DIPLOMAT\" } }) { nodes { key publishedOn { date } } } }",
            "{ search(text: \"INDI\") { ... on Nation { name } ... on Mission { acronym } ... on Source { title } } }",
            "{ battalion(name: \"INDKAZBAT\") { name } }",
            """
            { missions(first: 5) { nodes { acronym
                personnelCounts(first: 2, filter: { asOf: { gte: "2018-12-31" } }) { totalCount nodes { total asOf { text } } } } } }""",
            "{ deployments(first: 50, orderBy: { field: STARTS_ON }) { nodes { startsOn { date text } rotation } } }",
            "{ milestones(first: 50, orderBy: { field: TITLE }) { nodes { title date { date text } } } }",
            "{ nations(first: 101) { nodes { code } } }",
            "{ nations(first: \"a\") { nodes { code } } }",
            "{ unknown }",
            "{ nations(first: 1) { nodes { code } }",
            "{ search(text: \" \") { __typename } }");

    @ParameterizedTest
    @MethodSource("defaults")
    void returnsSameResponses(Defaults defaults) {
        Map<String, Object> before = answers("before");
        assertTrue(before.values().stream().distinct().count() == before.size());
        assertEquals(before, defaults.within(() -> answers("within")));
    }

    static Stream<Defaults> defaults() {
        return Defaults.ALL.stream();
    }

    /** @param round makes documents unique, so that they are not in the document cache */
    private static Map<String, Object> answers(String round) {
        // do not use the row cache
        new Rows().change();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String document : DOCUMENTS) {
            answers.put(
                    document, Client.answer(document + "\n# " + round, Map.of()).get("$"));
        }
        return answers;
    }
}
