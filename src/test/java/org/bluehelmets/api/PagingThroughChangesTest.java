package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bluehelmets.api.PagedList.Page;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests cursors while rows are added and deleted, and pages of several parents. */
@QuarkusTest
class PagingThroughChangesTest {

    private static final LocalDate START = LocalDate.of(2031, 5, 1);
    private static final PagedList COUNTS =
            new PagedList("source(key: \"t-paging\")", "personnelCounts", "PersonnelCount");

    private final Rows rows = new Rows();

    @BeforeEach
    void makeRows() {
        rows.source("paging");
        rows.mission("ONE");
        rows.mission("TWO");
        rows.mission("NONE");
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void keepsPositionWhenRowsAreAdded() {
        count(6, START);
        Page first = COUNTS.page(Map.of("first", 3));
        assertEquals(days(START, 3), dates(first));

        count(2, START.minusDays(10));
        count(2, START.plusDays(10));

        Page next = COUNTS.page(Map.of("first", 100, "after", first.endCursor()));
        assertEquals(List.of("2031-05-04", "2031-05-05", "2031-05-06", "2031-05-11", "2031-05-12"), dates(next));
        assertEquals(10, next.totalCount());
        assertTrue(next.hasPrevious());

        Page previous = COUNTS.page(Map.of("last", 100, "before", first.startCursor()));
        assertEquals(List.of("2031-04-21", "2031-04-22"), dates(previous));
        assertTrue(previous.hasNext());
        assertFalse(previous.hasPrevious());
    }

    @Test
    void acceptsCursorOfDeletedRow() {
        count(6, START);
        Page first = COUNTS.page(Map.of("first", 3));
        rows.update("delete from personnel_count where as_of_date = ?", START.plusDays(2));
        Page next = COUNTS.page(Map.of("first", 2, "after", first.endCursor()));
        assertEquals(days(START.plusDays(3), 2), dates(next));
        Page previous = COUNTS.page(Map.of("last", 2, "before", first.endCursor()));
        assertEquals(days(START, 2), dates(previous));
    }

    @Test
    void returnsPageForEachParent() {
        rows.counts(15, "KAZ", "ONE", null, "paging", START);
        rows.counts(12, "KAZ", "TWO", null, "paging", START.minusYears(1));
        JsonPath data = Client.data("""
                {
                  missions(filter: {acronym: {startsWith: "T-"}}) {
                    nodes {
                      acronym
                      personnelCounts(first: 10, orderBy: [{field: AS_OF, direction: DESC}]) {
                        totalCount
                        nodes { asOf { text } }
                        pageInfo { hasNextPage }
                      }
                    }
                  }
                }""").setRootPath("data.missions.nodes");
        assertEquals(List.of("T-NONE", "T-ONE", "T-TWO"), data.getList("acronym"));
        assertEquals(List.of(0, 15, 12), data.getList("personnelCounts.totalCount"));
        assertEquals(List.of(false, true, true), data.getList("personnelCounts.pageInfo.hasNextPage"));
        assertEquals(
                List.of(
                        List.of(),
                        newest(START.plusDays(14)),
                        newest(START.minusYears(1).plusDays(11))),
                data.getList("personnelCounts.nodes.asOf.text"));
    }

    @Test
    void acceptsCursorOfOtherParent() {
        rows.counts(4, "KAZ", "ONE", null, "paging", START);
        rows.counts(4, "KAZ", "TWO", null, "paging", START.plusDays(2));
        PagedList one = new PagedList("mission(acronym: \"T-ONE\")", "personnelCounts", "PersonnelCount");
        PagedList two = new PagedList("mission(acronym: \"T-TWO\")", "personnelCounts", "PersonnelCount");
        String third = one.page(Map.of("first", 3)).endCursor();
        assertEquals(days(START.plusDays(3), 1), dates(one.page(Map.of("after", third))));
        assertEquals(days(START.plusDays(2), 4), dates(two.page(Map.of("after", third))));
    }

    @Test
    void returnsTwentyNestedRowsByDefault() {
        count(25, START);
        Page page = COUNTS.page(Map.of());
        assertEquals(days(START, 20), dates(page));
        assertEquals(25, page.totalCount());
        assertEquals(days(START, 25), dates(COUNTS.page(Map.of("first", 100))));
    }

    private void count(int howMany, LocalDate from) {
        rows.counts(howMany, "KAZ", null, null, "paging", from);
    }

    private static List<String> days(LocalDate from, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> from.plusDays(i).toString())
                .toList();
    }

    private static List<String> newest(LocalDate last) {
        return IntStream.range(0, 10)
                .mapToObj(i -> last.minusDays(i).toString())
                .toList();
    }

    private static List<String> dates(Page page) {
        return page.rows().stream()
                .map(row -> (String) ((Map<?, ?>) row.get("asOf")).get("date"))
                .toList();
    }
}
