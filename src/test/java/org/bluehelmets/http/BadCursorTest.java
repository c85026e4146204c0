package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection accepts its own cursors only, and only in the same order. */
@QuarkusTest
class BadCursorTest {

    private static final String TITLES = "orderBy: [{field: TITLE}]";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "!!!", "null", "W10", "e30", "WzEsWzEsMl1d", "bnVsbA", "MTI=", "4pyT"})
    void rejectsInvalidCursors(String cursor) {
        assertRejected("nations", "", cursor);
    }

    @Test
    void rejectsCursorWithChangedCharacter() {
        String cursor = cursor("nations", "");
        assertAccepted("nations", "", cursor);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertRejected("nations", "", cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        assertRejected("nations", "", cursor.substring(1));
        assertRejected("nations", "", cursor + cursor);
    }

    @Test
    void rejectsCursorWithChangedValue() {
        String json = new String(Base64.getUrlDecoder().decode(cursor("nations", "")), UTF_8);
        String changed = json.replace("ABW", "KAZ");
        assertEquals(false, changed.equals(json));
        assertRejected("nations", "", Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(UTF_8)));
    }

    @Test
    void rejectsCursorsOfOtherConnections() {
        assertRejected("nations", "", cursor("missions", ""));
        assertRejected("missions", "", cursor("nations", ""));
        assertRejected("milestones", "", cursor("personnelCounts", ""));
        // both are ordered by properties with the same names
        assertRejected("milestones", TITLES, cursor("sources", TITLES));
        assertRejected("sources", TITLES, cursor("milestones", TITLES));
    }

    @Test
    void rejectsCursorsOfOtherOrders() {
        String byName = "orderBy: [{field: NAME}]";
        String descending = "orderBy: [{field: NAME, direction: DESC}]";
        assertRejected("nations", byName, cursor("nations", ""));
        assertRejected("nations", "", cursor("nations", byName));
        assertRejected("nations", descending, cursor("nations", byName));
        assertRejected("nations", "orderBy: [{field: CODE}, {field: NAME}]", cursor("nations", byName));
        assertAccepted("nations", "orderBy: [{field: NAME, direction: ASC}]", cursor("nations", byName));
    }

    private static String cursor(String list, String order) {
        return Client.data("{ %s(first: 1, %s) { pageInfo { endCursor } } }".formatted(list, order))
                .getString(list + ".pageInfo.endCursor");
    }

    private static void assertAccepted(String list, String order, String cursor) {
        Client.data(document(list, order, "after"), Map.of("cursor", cursor));
    }

    private static void assertRejected(String list, String order, String cursor) {
        for (String argument : List.of("after", "before")) {
            Map<String, Object> error = Client.error(document(list, order, argument), Map.of("cursor", cursor));
            assertEquals("BAD_USER_INPUT", Client.code(error), cursor);
            assertEquals(
                    "`" + argument
                            + "` is not a cursor of this list in this order. Use a cursor from `edges` or `pageInfo` of the list.",
                    error.get("message"));
            assertEquals(List.of(list), error.get("path"));
        }
    }

    private static String document(String list, String order, String argument) {
        return "query ($cursor: String) { %s(%s: $cursor, first: 1, %s) { nodes { id } } }"
                .formatted(list, argument, order);
    }
}
