package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests filters combined by {@code and}, {@code or} and {@code not}, empty filters, and special characters of SQL. */
@QuarkusTest
class FilterCombinationTest {

    private final Rows rows = new Rows();

    @AfterEach
    void clear() {
        rows.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                          | A B C D
                    {and: []}                                                                   | A B C D
                    {or: []}                                                                    | A B C D
                    {and: [], or: []}                                                           | A B C D
                    {and: [{}]}                                                                 | A B C D
                    {or: [{}]}                                                                  | A B C D
                    {not: {}}                                                                   |
                    {not: {not: {}}}                                                            | A B C D
                    {not: {and: []}}                                                            |
                    {not: {or: []}}                                                             |
                    {or: [{or: []}]}                                                            | A B C D
                    {or: [{not: {or: []}}, {name: {eq: "T-A"}}]}                                | A
                    {nation: {or: []}}                                                          | A B C D
                    {mission: {and: [], or: []}}                                                | A B C D
                    {not: {mission: {or: []}}}                                                  |
                    {or: [], name: {eq: "T-A"}}                                                 | A
                    {or: [{not: {}}]}                                                           |
                    {name: {}}                                                                  | A B C D
                    {name: null, and: null, or: null, not: null}                                | A B C D
                    {name: {in: []}}                                                            |
                    {name: {notIn: []}}                                                         | A B C D
                    {not: {name: {in: []}}}                                                     | A B C D
                    {unitKind: {in: []}}                                                        |
                    {unitKind: {notIn: []}}                                                     | A B C D
                    {joint: {}}                                                                 | A B C D
                    {nation: {}}                                                                | A B C D
                    {nation: {code: {}}}                                                        | A B C D
                    {not: {nation: {}}}                                                         |
                    {mission: {}}                                                               | A B C D
                    {nation: {not: {}}}                                                         |
                    {nation: {name: {isNull: false}}}                                           | A B C
                    {mission: {name: {isNull: false}}}                                          | A B
                    {not: {mission: {name: {isNull: false}}}}                                   | C D
                    {and: [{name: {eq: "T-A"}}]}                                                | A
                    {and: [{name: {eq: "T-A"}}, {name: {eq: "T-B"}}]}                           |
                    {and: {name: {eq: "T-A"}}}                                                  | A
                    {or: [{name: {eq: "T-A"}}, {name: {eq: "T-B"}}]}                            | A B
                    {or: [{name: {eq: "T-A"}}, {}]}                                             | A B C D
                    {or: [{}, {name: {eq: "T-A"}}], name: {eq: "T-B"}}                          | B
                    {not: {or: [{name: {eq: "T-A"}}, {}]}}                                      |
                    {not: {name: {eq: "T-A"}}}                                                  | B C D
                    {not: {not: {name: {eq: "T-A"}}}}                                           | A
                    {not: {or: [{name: {eq: "T-A"}}, {name: {eq: "T-B"}}]}}                     | C D
                    {not: {and: [{name: {eq: "T-A"}}, {name: {eq: "T-B"}}]}}                    | A B C D
                    {name: {ne: "T-C"}, or: [{name: {eq: "T-A"}}, {name: {eq: "T-C"}}]}         | A
                    {and: [{or: [{name: {eq: "T-A"}}, {name: {eq: "T-B"}}]}, {not: {name: {eq: "T-B"}}}]} | A
                    {or: [{and: [{name: {eq: "T-A"}}, {joint: {eq: true}}]}, {name: {eq: "T-D"}}]} | A D
                    {nation: {code: {eq: "KAZ"}}, not: {nation: {code: {eq: "IND"}}}}           | B
                    {nation: {or: [{code: {eq: "BRA"}}, {and: [{code: {ne: "IND"}}, {not: {code: {eq: "BRA"}}}]}]}} | A B C
                    {nation: {and: [{code: {eq: "KAZ"}}, {code: {eq: "IND"}}]}}                 |
                    {and: [{nation: {code: {eq: "KAZ"}}}, {nation: {code: {eq: "IND"}}}]}       | A
                    {joint: {eq: true}}                                                         | A
                    {joint: {eq: false}}                                                        | B C D
                    {not: {joint: {eq: true}}}                                                  | B C D
                    """)
    void combinesFilters(String filter, String expected) {
        rows.mission("M");
        rows.battalion("A", "M", "KAZ", "IND");
        rows.battalion("B", "M", "KAZ");
        rows.battalion("C", null, "BRA");
        rows.battalion("D", null);
        List<String> found = keys("battalions", "{and: [{name: {startsWith: \"T-\"}}, " + filter + "]}");
        assertEquals(expected == null ? List.of() : List.of(expected.split(" ")), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {contains: "%"}            | a%b a!%b
                    {contains: "_"}            | a_b
                    {contains: "!"}            | a!b a!%b
                    {contains: "!%"}           | a!%b
                    {contains: "\\\\"}         | a\\b
                    {contains: "'"}            | a'b
                    {contains: "\\""}          | a"b
                    {contains: "A%B"}          | a%b
                    {startsWith: "t-a%"}       | a%b
                    {startsWith: "t-a_"}       | a_b
                    {startsWith: "T-A!"}       | a!b a!%b
                    {startsWith: "%"}          |
                    {eq: "T-a%b"}              | a%b
                    {eq: "T-a_b"}              | a_b
                    {eq: "T-a'b"}              | a'b
                    {in: ["T-a%b", "T-A'B"]}   | a%b a'b
                    {contains: "' or 1=1 --"}  |
                    """)
    void matchesSpecialCharactersLiterally(String filter, String expected) {
        List<String> keys = List.of("a%b", "a_b", "a!b", "a!%b", "a'b", "a\\b", "a\"b", "axb");
        keys.forEach(rows::source);
        List<String> found = keys("sources", "{key: {startsWith: \"T-\"}, and: [{key: " + filter + "}]}");
        assertEquals(
                Stream.of(expected == null ? new String[0] : expected.split(" "))
                        .sorted()
                        .toList(),
                found);
    }

    @Test
    void matchesWildcardsLiterallyInUpperCaseKeys() {
        List.of("A%B", "A_B", "A!B", "AXB").forEach(rows::mission);
        assertEquals(List.of("A%B"), keys("missions", "{acronym: {contains: \"a%b\"}}"));
        assertEquals(List.of("A_B"), keys("missions", "{acronym: {startsWith: \"t-a_\"}}"));
        assertEquals(List.of("A!B"), keys("missions", "{acronym: {contains: \"!\"}}"));
        assertEquals(List.of(), keys("missions", "{acronym: {startsWith: \"T_A\"}}"));
    }

    /** Returns the sorted keys of the matching rows, without the prefix of test rows. */
    private static List<String> keys(String list, String filter) {
        List<String> ids = Client.data("{ %s(first: 100, filter: %s) { nodes { id } } }".formatted(list, filter))
                .getList(list + ".nodes.id");
        return ids.stream()
                .map(id -> GlobalId.parse(id).orElseThrow().key())
                .map(key -> key.substring(Rows.PREFIX.length()))
                .sorted()
                .toList();
    }
}
