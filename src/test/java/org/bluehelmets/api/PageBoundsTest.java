package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluehelmets.api.PagedList.Page;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests page sizes, ranges between two cursors, and the total count. */
@QuarkusTest
class PageBoundsTest {

    private static final PagedList NATIONS = new PagedList(null, "nations", "Nation");
    private static final PagedList ROOT = new PagedList(null, "personnelCounts", "PersonnelCount");
    private static final PagedList NESTED =
            new PagedList("mission(acronym: \"UNIFIL\")", "personnelCounts", "PersonnelCount");

    static Stream<PagedList> counts() {
        return Stream.of(ROOT, NESTED);
    }

    @Test
    void returnsTwentyRowsByDefault() {
        Page page = NATIONS.page(Map.of());
        assertEquals(20, page.ids().size());
        assertTrue(page.hasNext());
        assertFalse(page.hasPrevious());
        Map<String, Object> nulls = new HashMap<>();
        Stream.of("first", "last", "after", "before", "filter", "orderBy").forEach(name -> nulls.put(name, null));
        assertEquals(page, NATIONS.page(nulls), "null is the same as nothing");
    }

    @Test
    void returnsUpTo100Rows() {
        assertEquals(100, NATIONS.page(Map.of("first", 100)).ids().size());
        assertEquals(100, NATIONS.page(Map.of("last", 100)).ids().size());
    }

    @Test
    void acceptsPageSizeZero() {
        for (PagedList list : List.of(ROOT, NESTED)) {
            Page none = list.page(Map.of("first", 0));
            assertEquals(List.of(), none.ids());
            assertNull(none.startCursor());
            assertNull(none.endCursor());
            assertTrue(none.hasNext());
            assertFalse(none.hasPrevious());
            assertEquals(list.all().size(), none.totalCount());

            none = list.page(Map.of("last", 0));
            assertEquals(List.of(), none.ids());
            assertFalse(none.hasNext());
            assertTrue(none.hasPrevious());
        }
    }

    @Test
    void emptyListHasNoNextOrPreviousPage() {
        for (PagedList list : List.of(ROOT, NESTED)) {
            for (String size : List.of("first", "last")) {
                Page page = list.page(Map.of(size, 5, "filter", Map.of("total", Map.of("lt", 0))));
                assertEquals(new Page(List.of(), List.of(), List.of(), 0, false, false, null, null), page);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("counts")
    void returnsRangeBetweenCursors(PagedList list) {
        Page whole = list.page(Map.of("first", 100));
        List<String> ids = whole.ids();
        for (int i : List.of(0, 1, 3, ids.size() / 2, ids.size() - 2, ids.size() - 1)) {
            String cursor = whole.cursors().get(i);
            Page head = list.page(Map.of("first", 3, "before", cursor));
            assertEquals(ids.subList(0, Math.min(3, i)), head.ids());
            assertTrue(head.hasNext(), "the cursor's own row comes after");
            assertFalse(head.hasPrevious());

            Page tail = list.page(Map.of("last", 3, "after", cursor));
            assertEquals(ids.subList(Math.max(ids.size() - 3, i + 1), ids.size()), tail.ids());
            assertTrue(tail.hasPrevious(), "the cursor's own row comes before");
            assertFalse(tail.hasNext());
        }
        for (int from = 0; from < ids.size(); from += 5) {
            for (int to = from + 1; to < ids.size(); to += 4) {
                String after = whole.cursors().get(from);
                String before = whole.cursors().get(to);
                List<String> between = ids.subList(from + 1, to);
                Page first = list.page(Map.of("first", 2, "after", after, "before", before));
                assertEquals(between.subList(0, Math.min(2, between.size())), first.ids());
                Page last = list.page(Map.of("last", 2, "after", after, "before", before));
                assertEquals(between.subList(Math.max(0, between.size() - 2), between.size()), last.ids());
                assertEquals(ids.size(), last.totalCount(), "the total is of the list, not of the range");
            }
        }
        Page crossed = list.page(Map.of(
                "first",
                5,
                "after",
                whole.cursors().get(3),
                "before",
                whole.cursors().get(2)));
        assertEquals(List.of(), crossed.ids());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void countsFilteredRows(PagedList list) {
        Map<String, ?> filter = Map.of("category", Map.of("eq", "TROOPS"));
        Page page = list.page(Map.of("first", 2, "filter", filter));
        assertEquals(2, page.ids().size());
        int expected = list.page(Map.of("first", 100, "filter", filter)).ids().size();
        assertEquals(expected, page.totalCount());
        assertTrue(expected > 2 && expected < list.all().size());
    }

    @Test
    void rejectsMoreThan200Conditions() {
        assertEquals(1, NATIONS.page(Map.of("filter", values(200))).ids().size());
        for (Object tooMany : List.of(
                values(201),
                values(20_000),
                Map.of("or", List.of(values(100), Map.of("not", values(101)))),
                Map.of("and", Collections.nCopies(201, Map.of("not", Map.of()))),
                Map.of("and", Collections.nCopies(20_000, Map.of("name", Map.of("isNull", true)))))) {
            Map<String, Object> error = Client.error(
                    "query ($filter: NationFilter) { nations(filter: $filter) { totalCount } }",
                    Map.of("filter", tooMany));
            assertEquals("BAD_USER_INPUT", Client.code(error));
            assertEquals(
                    "`filter` must not have more than 200 conditions, including nested filters."
                            + " Each value of a list counts as one condition.",
                    error.get("message"));
        }
    }

    /** Returns a filter with the given number of values, one of which matches a nation. */
    private static Map<String, Object> values(int number) {
        return Map.of(
                "code",
                Map.of(
                        "in",
                        IntStream.range(0, number)
                                .mapToObj(i -> i == 0 ? "KAZ" : "X" + i)
                                .toList()));
    }

    @Test
    void ignoresRepeatedSortKey() {
        List<?> once = List.of(Map.of("field", "NAME", "direction", "DESC"));
        assertEquals(
                NATIONS.page(Map.of("orderBy", once)),
                NATIONS.page(Map.of("orderBy", Collections.nCopies(10_000, once.get(0)))));
    }

    @Test
    @DisabledOnIntegrationTest(Statements.INSIDE)
    void countsOnlyIfTotalCountIsSelected() {
        String document = """
                {
                  missions(first: 3) {
                    %1$s
                    nodes { personnelCounts(first: 2) { %1$s nodes { id } pageInfo { hasNextPage } } }
                    pageInfo { hasNextPage }
                  }
                }""";
        assertEquals(0, counting(document.formatted("")));
        assertEquals(2, counting(document.formatted("totalCount")), "one for the list, one for all parents");
    }

    private static long counting(String document) {
        return Statements.of(() -> Client.data(document)).stream()
                .filter(sql -> sql.contains("count("))
                .count();
    }
}
