package org.bluehelmets.http;

import static org.bluehelmets.testsupport.Client.answer;
import static org.bluehelmets.testsupport.Client.code;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluehelmets.model.GlobalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input is rejected with a code and a message without internals. */
@QuarkusTest
class BadInputTest {

    /** Internals: class names, values and codes of libraries, SQL. */
    private static final Pattern INTERNALS = Pattern.compile(
            "java\\.|org\\.|com\\.|graphql\\.|Exception|Value\\{|SRGQL|ANTLR|(Int|Float|String|Enum|Object)Value"
                    + "|Integer|select |natural_key|_pk");

    @Test
    void returnsNullForUnknownKeys() {
        JsonPath data = data("""
                query ($id: ID!) {
                  nation(code: "XXX") { code }
                  mission(acronym: "NOPE") { name }
                  battalion(name: "") { name }
                  source(key: "DIPLOMAT 2020'") { key }
                  node(id: $id) { id }
                }""", Map.of("id", GlobalId.of("Nation", "XXX")));
        Map<String, Object> expected = new HashMap<>();
        List.of("nation", "mission", "battalion", "source", "node").forEach(field -> expected.put(field, null));
        assertEquals(expected, data.getMap(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    { nations(first: 101) { nodes { code } } }           | nations | `first` must be between 0 and 100, but was 101.
                    { nations(first: -1) { nodes { code } } }            | nations | `first` must be between 0 and 100, but was -1.
                    { nations(first: -2147483648) { nodes { code } } }   | nations | `first` must be between 0 and 100, but was -2147483648.
                    { nations(last: 101) { nodes { code } } }            | nations | `last` must be between 0 and 100, but was 101.
                    { nations(last: -1) { nodes { code } } }             | nations | `last` must be between 0 and 100, but was -1.
                    { nations(first: 1, last: 1) { nodes { code } } }    | nations | Use only one of them
                    { nations(orderBy: [null]) { nodes { code } } }      | nations | specify a field
                    { all: nations(first: 101) { nodes { code } } }      | all     | `first` must be between 0 and 100, but was 101.
                    { search(text: "") { __typename } }                  | search  | at least one character
                    { search(text: "   ") { __typename } }               | search  | at least one character
                    { search(text: "a", first: 101) { __typename } }     | search  | `first` must be between 0 and 100, but was 101.
                    { search(text: "a", first: -1) { __typename } }      | search  | `first` must be between 0 and 100, but was -1.
                    { node(id: "x") { id } }                             | node    | use the value of the field `id`
                    { node(id: "") { id } }                              | node    | use the value of the field `id`
                    { node(id: 5) { id } }                               | node    | use the value of the field `id`
                    { node(id: "TmF0aW9uOktBWg==") { id } }              | node    | use the value of the field `id`
                    { nation(code: "KAZ") { missions(first: 101) { nodes { acronym } } } } | nation missions | `first` must be between 0 and 100, but was 101.
                    """)
    void rejectsInvalidArgumentsWithTheirPath(String document, String path, String message) {
        Map<String, Object> error = assertRejected(error(document), "BAD_USER_INPUT", message);
        assertEquals(List.of(path.split(" ")), error.get("path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Figure", "Person", "nation", "Query", ""})
    void rejectsIdsOfTypesWithoutIds(String type) {
        Map<String, Object> error =
                error("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", GlobalId.of(type, "kaz-rank-2020")));
        assertRejected(error, "BAD_USER_INPUT", "use the value of the field `id`");
        assertEquals(List.of("node"), error.get("path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-30",
                "2018-13-01",
                "2018-00-10",
                "soon",
                "",
                "2018",
                "2018-10",
                "2018-1-1",
                "20180101",
                "2018-01-01T00:00:00Z",
                "+12018-01-01",
                "-2018-01-01",
                "+999999999-12-31"
            })
    void rejectsInvalidDatesInLiteralsVariablesAndDefaults(String day) {
        String message = "filter.asOf.lt must be an existing date in the format YYYY-MM-DD, but was \"" + day + "\"";
        String list = " { personnelCounts(filter: {asOf: {lt: %s}}) { nodes { id } } }";
        for (Map<String, Object> error : List.of(
                error(list.formatted("\"" + day + "\"")),
                error("query ($day: Date)" + list.formatted("$day"), Map.of("day", day)),
                error("query ($day: Date = \"" + day + "\")" + list.formatted("$day")),
                error(
                        "query ($f: PersonnelCountFilter) { personnelCounts(filter: $f) { nodes { id } } }",
                        Map.of("f", Map.of("asOf", Map.of("lt", day)))))) {
            assertRejected(error, "BAD_USER_INPUT", message);
            assertEquals(message, error.get("message"));
            assertEquals(List.of("personnelCounts"), error.get("path"));
        }
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                arguments("Int", "text", "$v", "'Int'"),
                arguments("Int", "5", "$v", "'Int'"),
                arguments("Int", 2.5, "$v", "'Int'"),
                arguments("Int", true, "$v", "'Int'"),
                arguments("Int", List.of(1), "$v", "'Int'"),
                arguments("Int", Map.of("a", 1), "$v", "'Int'"),
                arguments("Int", 2147483648L, "$v", "integer range"),
                arguments("Int", -2147483649L, "$v", "integer range"),
                arguments("Int", 1e30, "$v", "integer range"),
                arguments("Int!", null, "$v", "'Int!'"),
                arguments("String", 5, "$v", "String"),
                arguments("String", List.of("a"), "$v", "String"),
                arguments("Date", 5, "$v", "it must be of type 'Date'"),
                arguments("Date", List.of(2018, 1, 2), "$v", "it must be of type 'Date'"),
                arguments("PersonnelCountFilter", "text", "$v", "it must be of type 'PersonnelCountFilter'"),
                arguments("PersonnelCountFilter", List.of(Map.of()), "$v", "it must be of type 'PersonnelCountFilter'"),
                arguments(
                        "PersonnelCountFilter",
                        Map.of("nope", 1),
                        "$v",
                        "'nope' that is not defined for input object type 'PersonnelCountFilter'"),
                arguments("PersonnelCountFilter", Map.of("total", Map.of("eq", "x")), "$v", "'Int'"),
                arguments("PersonnelCountFilter", Map.of("total", Map.of("in", List.of("1"))), "$v", "'Int'"),
                arguments(
                        "PersonnelCountFilter",
                        Map.of("total", Map.of("in", Collections.singletonList(null))),
                        "$v",
                        "'Int!'"),
                arguments(
                        "PersonnelCountFilter",
                        Map.of("category", Map.of("eq", "troops")),
                        "$v",
                        "'PersonnelCategory'. No value found for name 'troops'"),
                arguments(
                        "PersonnelCountFilter",
                        Map.of("nation", Map.of("code", Map.of("isNull", "yes"))),
                        "$v",
                        "Boolean"),
                arguments("[PersonnelCountOrder]", Map.of("field", "NOPE"), "$v", "'PersonnelCountOrderField'"),
                arguments("[PersonnelCountOrder]", Map.of("direction", "ASC"), "$v", "'PersonnelCountOrderField!'"));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void rejectsVariablesOfTheWrongType(String type, Object value, String variable, String message) {
        String list = "personnelCounts(%s) { nodes { id } }";
        String field = Map.of(
                        "Int", list.formatted("first: $v"),
                        "String", list.formatted("after: $v"),
                        "Date", list.formatted("filter: {asOf: {eq: $v}}"),
                        "PersonnelCountFilter", list.formatted("filter: $v"),
                        "PersonnelCountOrder", list.formatted("orderBy: $v"))
                .get(type.replaceAll("[^A-Za-z]", ""));
        Map<String, Object> error =
                error("query ($v: " + type + ") { " + field + " }", Collections.singletonMap("v", value));
        assertRejected(error, "BAD_USER_INPUT", message);
        assertTrue(
                ((String) error.get("message")).startsWith(variable.replace("$v", "Invalid value of variable '$v'")));
        assertNull(error.get("path"), "nothing was executed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    nations(first: "x") { nodes { id } }                          | argument 'first' is not a valid 'Int'
                    nations(first: 2.5) { nodes { id } }                          | argument 'first' is not a valid 'Int'
                    nations(first: true) { nodes { id } }                         | argument 'first' is not a valid 'Int'
                    nations(first: [1]) { nodes { id } }                          | argument 'first' is not a valid 'Int'
                    nations(first: {a: 1}) { nodes { id } }                       | argument 'first' is not a valid 'Int'
                    nations(first: TEN) { nodes { id } }                          | argument 'first' is not a valid 'Int'
                    nations(first: 99999999999) { nodes { id } }                  | argument 'first' is not a valid 'Int'
                    nations(after: 5) { nodes { id } }                            | argument 'after' is not a valid 'String'
                    nation(code: KAZ) { id }                                      | argument 'code' is not a valid 'String'
                    node(id: true) { id }                                         | argument 'id' is not a valid 'ID'
                    nations(filter: 5) { nodes { id } }                           | argument 'filter' must be an object type
                    nations(filter: {nope: 1}) { nodes { id } }                   | argument 'filter' contains a field not in 'NationFilter': 'nope'
                    nations(filter: {code: {eqq: "x"}}) { nodes { id } }          | argument 'filter.code' contains a field not in 'StringFilter': 'eqq'
                    nations(filter: {code: "it's is not it"}) { nodes { id } }    | argument 'filter.code' must be an object type
                    nations(orderBy: {field: NOPE}) { nodes { id } }              | argument 'orderBy.field' is not a valid 'NationOrderField'
                    nations(orderBy: {field: "CODE"}) { nodes { id } }            | argument 'orderBy.field' is not a valid 'NationOrderField'
                    nations(orderBy: {direction: ASC}) { nodes { id } }           | argument 'orderBy' is missing required fields '[field]'
                    personnelCounts(filter: {total: {in: [1, "2"]}}) { nodes { id } }        | argument 'filter.total.in[1]' is not a valid 'Int'
                    personnelCounts(filter: {total: {in: [1, null]}}) { nodes { id } }       | argument 'filter.total.in[1]' must not be null
                    personnelCounts(filter: {category: {in: [ALL, NOPE]}}) { nodes { id } }  | argument 'filter.category.in[1]' is not a valid 'PersonnelCategory'
                    personnelCounts(filter: {asOf: {lt: 5}}) { nodes { id } }     | argument 'filter.asOf.lt' is not a valid 'Date'
                    personnelCounts(filter: {asOf: {lt: {a: 1}}}) { nodes { id } }| argument 'filter.asOf.lt' is not a valid 'Date'
                    """)
    void rejectsLiteralsOfTheWrongType(String field, String message) {
        Map<String, Object> error = assertRejected(error("{ " + field + " }"), "BAD_USER_INPUT", message);
        assertEquals(message, error.get("message"));
        assertNull(error.get("path"), "nothing was executed");
    }

    @Test
    void rejectsFiltersNestedTooDeep() {
        Map<String, Object> filter = Map.of("code", Map.of("eq", "KAZ"));
        for (int i = 0; i < 28; i++) {
            filter = Map.of("not", filter);
        }
        String document = "query ($f: NationFilter) { nations(filter: $f) { nodes { code } } }";
        assertEquals(List.of("KAZ"), data(document, Map.of("f", filter)).getList("nations.nodes.code"));
        for (int i = 0; i < 60; i++) {
            filter = i % 2 == 0 ? Map.of("not", filter) : Map.of("or", List.of(filter));
        }
        Map<String, Object> error = error(document, Map.of("f", filter));
        assertRejected(error, "BAD_USER_INPUT", "nested more than 30 levels deep");
        assertEquals(List.of("nations"), error.get("path"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    { nope }                                        | Field 'nope' in type 'Query' is undefined
                    { nations { nope } }                            | Field 'nope' in type 'NationConnection' is undefined
                    { nations(nope: 1) { nodes { id } } }           | Unknown field argument 'nope'
                    { nation { id } }                               | Missing field argument 'code'
                    { nation(code: "KAZ") }                         | Subselection required
                    { nation(code: "KAZ") { code { x } } }          | Subselection not allowed
                    { nation(code: $x) { id } }                     | Undefined variable 'x'
                    query ($x: Int) { nation(code: "KAZ") { id } }  | Unused variable 'x'
                    query ($x: Int) { nation(code: $x) { id } }     | Variable 'x' of type 'Int' used in position expecting type 'String!'
                    query ($x: Int = "a") { nations(first: $x) { nodes { id } } } | Bad default value for type 'Int'
                    { ...F }                                        | Undefined fragment 'F'
                    mutation { x }                                  | Field 'x' in type 'Mutation' is undefined
                    subscription { x }                              | Field 'x' in type 'Subscription' is undefined
                    """)
    void rejectsDocumentsThatDoNotMatchTheSchema(String document, String message) {
        assertRejected(error(document), "GRAPHQL_VALIDATION_FAILED", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "# nothing",
                "{",
                "}",
                "{ nations",
                "{ nations { nodes { id } } } }",
                "query",
                "nations",
                "{ nations(first: ) { nodes { id } } }",
                "{ nation(code: \"KAZ) { id } }",
                "{ a(b: \"\\u12\") }",
                "{ nation(code: 'KAZ') { id } }",
                "\u0000",
                "{ \u2026 }",
                "{ a(b: 1.) }"
            })
    void rejectsDocumentsWithSyntaxErrors(String document) {
        Map<String, Object> error = assertRejected(error(document), "GRAPHQL_PARSE_FAILED", "line 1 column");
        assertFalse(((List<?>) error.get("locations")).isEmpty());
    }

    /** graphql-java formats numbers from 1000 with a comma. */
    @Test
    void rejectsSyntaxErrorBeyondColumn1000() {
        assertRejected(
                error("{ " + " ".repeat(2_000) + "- }"),
                "GRAPHQL_PARSE_FAILED",
                "unknown token '- ' at line 1 column 2,0");
    }

    @Test
    void rejectsDeepNestingBeforeParsing() {
        String document = "{ nations(filter: " + "{not: ".repeat(400) + "{}" + "}".repeat(400) + ") { nodes { id } } }";
        Map<String, Object> error = error(document);
        assertEquals("The request has nesting 501; at most 500 is allowed", error.get("message"));
        assertEquals(
                Map.of("code", "LIMIT_EXCEEDED", "limit", "nesting", "allowed", 500, "value", 501),
                error.get("extensions"));
    }

    private static Map<String, Object> assertRejected(Map<String, Object> error, String code, String message) {
        assertEquals(code, code(error), error::toString);
        String found = (String) error.get("message");
        assertTrue(found.contains(message), () -> "expected: " + message + "\nfound: " + found);
        assertFalse(INTERNALS.matcher(found).find(), found);
        assertEquals(Map.of("code", code), error.get("extensions"));
        return error;
    }

    @Test
    void messagesThatQuoteTheRequestHaveNoInternals() {
        // for each of these, the message of graphql-java contains class names
        for (String document : List.of(
                "{ nation(code: null) { id } }",
                "query ($x: Date = 5) { personnelCounts(filter: {asOf: {eq: $x}}) { nodes { id } } }",
                "query ($x: [Int] = {a: {b: \"c\"}}) { nations(first: $x) { nodes { id } } }",
                "query ($x: NationFilter = {nope: 1}) { nations(filter: $x) { nodes { id } } }",
                "{ nation(code: \"KAZ\") @include(if: \"x\") { id } }",
                "{ nation(code: \"KAZ\") { id } nation(code: \"IND\") { id } }")) {
            List<String> messages = answer(document, Map.of()).getList("errors.message");
            assertFalse(messages.isEmpty());
            messages.forEach(message -> assertFalse(INTERNALS.matcher(message).find(), message));
        }
    }
}
