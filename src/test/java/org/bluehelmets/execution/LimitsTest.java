package org.bluehelmets.execution;

import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejects requests above a limit before execution, with the limit and the value of the request. */
@QuarkusTest
class LimitsTest {

    private static final String BELOW_SUBUNITS = "{ code } ";

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void rejectsRequestAboveLimit(String limit, String attack, long allowed, long value) {
        Map<String, Object> error = error(attack);
        assertEquals(
                Map.of("code", "LIMIT_EXCEEDED", "limit", limit, "allowed", (int) allowed, "value", (int) value),
                error.get("extensions"));
        assertEquals(
                "The request has %s %d; at most %d is allowed".formatted(limit.replace('-', ' '), value, allowed),
                error.get("message"));
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                arguments("characters", "# " + "x".repeat(100_000) + "\n{ __typename }", 100_000, 100_017),
                arguments("tokens", "{ " + "a ".repeat(10_000) + "}", 10_000, 10_001),
                arguments("depth", nested(16), 15, 16),
                arguments("depth", "{ ...A } " + fragments(16), 15, 16),
                arguments("introspection-depth", "{ __schema { types " + introspection(20) + " } }", 20, 23),
                arguments("fields", "{ " + "__typename ".repeat(401) + "}", 400, 401),
                arguments("aliases", "{ " + numbered(51, "a%d: __typename ") + "}", 50, 51),
                arguments("fragments", chain(1_200), 200, 1_201),
                arguments("directives", "{ __typename " + "@include(if: true) ".repeat(6) + "}", 5, 6),
                arguments("directives", "query " + "@a ".repeat(10) + "{ __typename }", 5, 10),
                arguments("directives", "query($a: Int " + "@a ".repeat(10) + ") { __typename }", 5, 10),
                arguments("directives", "{ ... " + "@a ".repeat(10) + " { __typename } }", 5, 10),
                arguments("cost", FOUR_DEEP, 200_000, 202_020_201));
    }

    /** Each field and its {@code nodes} cost 1; the fields below cost as often as the page has rows. */
    private static final String FOUR_DEEP = """
            {
              nations(first: 100) { nodes {
                battalions(first: 100) { nodes {
                  deployments(first: 100) { nodes {
                    personnelCounts(first: 100) { nodes { total } }
                  } }
                } }
              } }
            }""";

    private static String nested(int depth) {
        return "{ nation(code: \"KAZ\") { battalions { nodes " + "{ subunits ".repeat(depth - 4) + BELOW_SUBUNITS
                + "} ".repeat(depth - 4) + "} } }";
    }

    /** Fragments of one field, which spreads the next fragment. */
    private static String fragments(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(i -> "fragment %s on Battalion { subunits %s } "
                        .formatted(name(i), i == depth - 1 ? "" : "{ ..." + name(i + 1) + " }"))
                .collect(Collectors.joining());
    }

    private static String name(int i) {
        return "A".repeat(i + 1);
    }

    private static String introspection(int depth) {
        return "{ ofType ".repeat(depth) + "{ name } " + "}".repeat(depth);
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }

    @Test
    void reportsAllExceededLimits() {
        List<Map<String, Object>> errors = Client.answer("{ " + numbered(401, "a%d: __typename ") + "}", Map.of())
                .getList("errors");
        assertEquals(
                List.of("fields", "aliases"),
                errors.stream()
                        .map(error -> ((Map<?, ?>) error.get("extensions")).get("limit"))
                        .toList());
    }

    @Test
    void analyzesFragmentsThatDoubleEachOtherInLinearTime() {
        // following each spread would take 2^190 steps
        String doubling = "{ ...F0 } "
                + IntStream.range(0, 190)
                        .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d } ".formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining())
                + "fragment F190 on Query { __typename }";
        assertEquals("fields", ((Map<?, ?>) error(doubling).get("extensions")).get("limit"));
    }

    @Test
    void rejectsCyclicFragments() {
        String cycle = "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }";
        List<Map<String, Object>> errors = Client.answer(cycle, Map.of()).getList("errors");
        assertTrue(errors.stream().allMatch(error -> Client.code(error).equals("GRAPHQL_VALIDATION_FAILED")));
    }

    @Test
    void allowsChainOfAllFragments() {
        assertEquals("Query", data(chain(199)).get("__typename"));
    }

    private static String chain(int links) {
        return "{ ...F0 } "
                + IntStream.range(0, links)
                        .mapToObj(i -> "fragment F%d on Query { ...F%d } ".formatted(i, i + 1))
                        .collect(Collectors.joining())
                + "fragment F%d on Query { __typename }".formatted(links);
    }

    @Test
    void usesPageSizesInVariables() {
        String document = """
                query($nations: Int = 100, $missions: Int!) {
                  nations(first: $nations) { nodes { missions(first: $missions) { nodes { contributors(first: $missions) { nodes { name } } } } } }
                }""";
        assertNull(Client.answer(document, Map.of("nations", 2, "missions", 2)).get("errors"));
        Map<String, Object> error = error(document, Map.of("missions", 100));
        assertEquals("cost", ((Map<?, ?>) error.get("extensions")).get("limit"));
    }

    @Test
    void executesIntrospectionQueryOfTools() {
        assertEquals("Query", data(IntrospectionQuery.INTROSPECTION_QUERY).get("__schema.queryType.name"));
    }

    @Test
    void rejectsCyclicIntrospection() {
        Map<String, Object> error = error(
                "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }");
        assertEquals("cost", ((Map<?, ?>) error.get("extensions")).get("limit"));
        assertEquals(200_000, ((Map<?, ?>) error.get("extensions")).get("allowed"));
    }

    /** These queries are far below all limits, but graphql-java's introspection check rejects them by default. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a: __type(name: \"Nation\") { fields { name } } b: __type(name: \"Mission\") { fields { name } } }",
                "{ __schema { queryType { fields { name } } mutationType { fields { name } } } }",
                "{ __type(name: \"Nation\") { fields { type { name fields { name } } } } }"
            })
    void allowsIntrospectionOfTwoTypes(String document) {
        data(document);
    }

    @Test
    void ignoresCostOfExcludedSelections() {
        String document = "query ($all: Boolean = false) { __typename ... @include(if: $all) " + FOUR_DEEP + " }";
        assertEquals("Query", data(document).get("__typename"));
        assertEquals("cost", ((Map<?, ?>) error(document, Map.of("all", true)).get("extensions")).get("limit"));
    }

    @Test
    void parsesFilterOfMaximumDepth() {
        String filter = "{not: {and: [".repeat(14) + "{}" + "]}}".repeat(14);
        data("{ nation(code: \"KAZ\") { missions(first: 1) { nodes { contributors(first: 1) { nodes {"
                + " battalions(first: 1) { nodes { personnelCounts(first: 1, filter: " + filter
                + ") { nodes { id } } } } } } } } } }");
    }
}
