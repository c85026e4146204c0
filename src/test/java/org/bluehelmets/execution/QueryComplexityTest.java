package org.bluehelmets.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.File;
import java.util.Map;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates the cost of operations, and keeps the stored operations far below the limits. */
class QueryComplexityTest {

    /** An eighth of the default of {@link LimitsConfig#cost}; the other constants are halves of their defaults. */
    private static final long EIGHTH_OF_COST = 25_000;

    private static final int HALF_OF_DEPTH = 8;
    private static final int HALF_OF_FIELDS = 200;
    private static final int HALF_OF_ALIASES = 25;

    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(new File("src/main/graphql/schema.graphql")));

    @ParameterizedTest
    @MethodSource("org.bluehelmets.testsupport.Client#operations")
    void keepsStoredOperationsFarBelowLimits(String name) {
        Document document = new Parser().parseDocument(Client.document(name));
        DocumentAnalyzer.SelectionSize size = DocumentAnalyzer.analyze(document).size();
        long cost = cost(document, Map.of());
        assertTrue(cost <= EIGHTH_OF_COST, () -> "cost " + cost);
        assertTrue(size.depth() <= HALF_OF_DEPTH, () -> size.toString());
        assertTrue(size.fields() <= HALF_OF_FIELDS, () -> size.toString());
        assertTrue(size.aliases() <= HALF_OF_ALIASES, () -> size.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { __typename }                                                                          | 1
            { nation(code: "KAZ") { code name } }                                                   | 3
            { nations { nodes { code name } } }                                                     | 61
            { nations(first: 10) { nodes { code name } pageInfo { endCursor } totalCount } }        | 34
            { nations(last: 10) { edges { cursor node { code } } } }                                | 41
            { nations(first: 1000000) { nodes { code } } }                                          | 201
            { nations(first: 99999999999999) { nodes { code } } }                                   | 201
            { nations(first: -5) { nodes { code } } }                                               | 1
            { nations(first: 10) { nodes { missions(first: 10) { nodes { acronym } } } } }          | 221
            { battalion(name: "x") { nations { code } } }                                           | 5
            { strengthSeries { total } }                                                            | 240
            { search(text: "x") { __typename ... on Nation { code } ... on Mission { acronym } } }  | 40
            { nations(first: 10) { ...F } } fragment F on NationConnection { nodes { code } }       | 21
            """)
    void countsEachPossibleValue(String document, long cost) {
        assertEquals(cost, cost(new Parser().parseDocument(document), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"10, 21", "0, 1", "1000000, 201"})
    void usesPageSizesInVariables(int first, long cost) {
        Document document = new Parser().parseDocument("query($n: Int = 5) { nations(first: $n) { nodes { code } } }");
        assertEquals(cost, cost(document, Map.of("n", first)));
        assertEquals(11, cost(document, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            query ($s: Boolean!) { __typename nations @skip(if: $s) { nodes { code } } }                   | true  | 1
            query ($s: Boolean!) { __typename nations @skip(if: $s) { nodes { code } } }                   | false | 42
            query ($s: Boolean!) { __typename nations @include(if: $s) { nodes { code } } }                | false | 1
            query ($s: Boolean!) { __typename nations @include(if: $s) { nodes { code } } }                | true  | 42
            query ($s: Boolean = true) { __typename ... @skip(if: $s) { nations { nodes { code } } } }     |       | 1
            query ($s: Boolean = true) { __typename ...F @skip(if: $s) } fragment F on Query { nations { nodes { code } } } | | 1
            query ($s: Boolean = true) { __typename ...F } fragment F on Query { nations { nodes @skip(if: $s) { code } } } | | 2
            query ($s: Boolean = true) { ...F @skip(if: $s) ...F } fragment F on Query { nations { nodes { code } } } |  | 41
            { __typename nations @skip(if: true) { nodes { code } } }                                      |       | 1
            { __typename nations @include(if: false) { nodes { code } } }                                  |       | 1
            { __typename nations @include(if: true) @skip(if: true) { nodes { code } } }                   |       | 1
            { __typename nations @include(if: true) @skip(if: false) { nodes { code } } }                  |       | 42
            """)
    void ignoresExcludedSelections(String document, Boolean sent, long cost) {
        assertEquals(cost, cost(new Parser().parseDocument(document), sent == null ? Map.of() : Map.of("s", sent)));
    }

    private static long cost(Document document, Map<String, Object> variables) {
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return QueryComplexity.estimate(
                SCHEMA,
                document,
                operation,
                VariableValues.of(SCHEMA, operation, variables).values());
    }
}
