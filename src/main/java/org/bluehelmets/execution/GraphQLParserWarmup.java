package org.bluehelmets.execution;

import graphql.introspection.IntrospectionQuery;
import graphql.parser.Parser;
import io.quarkus.runtime.ImageMode;
import java.util.List;

/**
 * Warms up the GraphQL parser while the native executable is built. ANTLR builds its prediction cache while it parses;
 * the executable contains the cache that these documents fill.
 */
final class GraphQLParserWarmup {

    private static final List<String> DOCUMENTS = List.of(
            IntrospectionQuery.INTROSPECTION_QUERY,
            """
            # a comment
            query Some($code: String! = "KAZ", $first: Int = 10, $filter: [Filter!], $on: Date) @cached(seconds: 1.5) {
              alias: nation(code: $code) {
                __typename
                name @include(if: true)
                counts(first: $first, after: null, filter: {total: {gte: 1}, or: [{kind: {in: [TROOPS, POLICE]}}]}) {
                  nodes { ...Fields }
                }
                ... on Nation { id }
              }
            }

            mutation($input: Input!) { change(input: $input, text: \"""block\""", on: false) { userErrors { code } } }

            subscription { changed { id } }

            fragment Fields on Count { total asOf { text } }
            """,
            "{ nation(code: \"KAZ\") { battalions(filter: {joint: {eq: true}}) { nodes { name } } } }");

    private GraphQLParserWarmup() {}

    /** Parses the documents if a native executable is being built. */
    static void run() {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            DOCUMENTS.forEach(Parser::parse);
        }
    }
}
