package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.api.PagedList.Order;
import org.bluehelmets.api.PagedList.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every list in pages, in every order and from both ends. */
@QuarkusTest
class PagingTest {

    static Stream<PagedList> roots() {
        return Stream.of(
                new PagedList(null, "nations", "Nation"),
                new PagedList(null, "missions", "Mission"),
                new PagedList(null, "battalions", "Battalion"),
                new PagedList(null, "deployments", "Deployment"),
                new PagedList(null, "personnelCounts", "PersonnelCount"),
                new PagedList(null, "milestones", "Milestone"),
                new PagedList(null, "sources", "Source"));
    }

    static Stream<PagedList> lists() {
        String nation = "nation(code: \"KAZ\")";
        String mission = "mission(acronym: \"UNIFIL\")";
        return Stream.concat(
                roots(),
                Stream.of(
                        new PagedList(nation, "missions", "Mission"),
                        new PagedList("nation(code: \"HTI\")", "hostedMissions", "Mission"),
                        new PagedList(nation, "battalions", "Battalion"),
                        new PagedList(nation, "deployments", "Deployment"),
                        new PagedList(nation, "milestones", "Milestone"),
                        new PagedList(mission, "deployments", "Deployment"),
                        new PagedList(mission, "personnelCounts", "PersonnelCount"),
                        new PagedList("battalion(name: \"Kazakh company\")", "milestones", "Milestone"),
                        new PagedList("source(key: \"diplomat-2020\")", "personnelCounts", "PersonnelCount")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pagesContainAllRowsInEveryOrder(PagedList list) {
        List<Map<String, Object>> rows = list.all();
        assertTrue(rows.size() > 2, "too few rows for pages");
        for (List<Order> order : list.orders()) {
            // the default order may use other keys: compare with the complete list
            List<String> expected = (order.isEmpty()
                            ? rows.stream()
                            : rows.stream().sorted(list.comparator(order)))
                    .map(row -> (String) row.get("id"))
                    .toList();
            assertPages(list, order, expected, false);
            assertPages(list, order, expected, true);
        }
    }

    @ParameterizedTest
    @MethodSource("roots")
    void defaultOrderMatchesSchema(PagedList list) {
        Map<String, String> named = Map.of(
                "nations", "CODE",
                "missions", "ACRONYM",
                "battalions", "NAME",
                "deployments", "STARTS_ON",
                "personnelCounts", "AS_OF",
                "milestones", "DATE",
                "sources", "KEY");
        List<Order> order = List.of(new Order(named.get(list.field()), "ASC"));
        List<Map<String, Object>> rows = list.all();
        assertEquals(rows.stream().sorted(list.comparator(order)).toList(), rows);
    }

    /** The tests above need data with ties and unknown values. */
    @Test
    void dataHasTiesAndUnknownValues() {
        List<Map<String, Object>> counts = new PagedList(null, "personnelCounts", "PersonnelCount").all();
        assertTrue(counts.stream().map(row -> row.get("total")).distinct().count() < counts.size());
        assertTrue(counts.stream().anyMatch(row -> row.get("women") == null));
        assertTrue(counts.stream().anyMatch(row -> row.get("women") != null));
        List<Map<String, Object>> deployments = new PagedList(null, "deployments", "Deployment").all();
        assertTrue(
                deployments.stream().filter(row -> row.get("startsOn") == null).count() > 1);
        assertTrue(
                deployments.stream().filter(row -> row.get("startsOn") != null).count() > 1);
    }

    private static void assertPages(PagedList list, List<Order> order, List<String> expected, boolean backwards) {
        String walk = list + " by " + order + (backwards ? " backwards" : " forwards");
        int size = expected.size() / 4 + 1;
        List<String> seen = new ArrayList<>();
        String cursor = null;
        Page page;
        do {
            Map<String, Object> arguments = new HashMap<>();
            arguments.put(backwards ? "last" : "first", size);
            arguments.put(backwards ? "before" : "after", cursor);
            if (!order.isEmpty()) {
                arguments.put(
                        "orderBy",
                        order.stream()
                                .map(key -> Map.of("field", key.field(), "direction", key.direction()))
                                .toList());
            }
            page = list.page(arguments);

            boolean begun = !seen.isEmpty();
            assertFalse(page.ids().isEmpty(), walk);
            seen.addAll(backwards ? 0 : seen.size(), page.ids());
            boolean more = seen.size() < expected.size();
            assertEquals(
                    more ? size : (expected.size() - 1) % size + 1, page.ids().size(), walk);
            assertEquals(page.rows().stream().map(row -> row.get("id")).toList(), page.ids(), walk);
            assertEquals(backwards ? begun : more, page.hasNext(), walk + ": hasNextPage");
            assertEquals(backwards ? more : begun, page.hasPrevious(), walk + ": hasPreviousPage");
            assertEquals(page.cursors().get(0), page.startCursor(), walk);
            assertEquals(page.cursors().get(page.cursors().size() - 1), page.endCursor(), walk);
            assertEquals(page.cursors().size(), new HashSet<>(page.cursors()).size(), walk);
            assertEquals(expected.size(), page.totalCount(), walk);
            assertNotEquals(cursor, backwards ? page.startCursor() : page.endCursor(), walk);
            cursor = backwards ? page.startCursor() : page.endCursor();
        } while (seen.size() < expected.size());
        assertEquals(expected, seen, walk);
    }
}
