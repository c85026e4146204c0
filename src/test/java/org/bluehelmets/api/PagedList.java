package org.bluehelmets.api;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Comparison;

/**
 * A connection field for tests of paging.
 *
 * @param parent the field that contains the connection; null for a field of the query type
 * @param field the connection field
 * @param type the type of the rows
 */
record PagedList(String parent, String field, String type) {

    /** The sort fields of each type, with the property of the value. */
    private static final Map<String, Map<String, String>> KEYS = Map.of(
            "Nation", Map.of("CODE", "code", "NAME", "name"),
            "Mission", Map.of("ACRONYM", "acronym", "NAME", "name", "STARTED_ON", "startedOn"),
            "Battalion", Map.of("NAME", "name", "FORMED_ON", "formedOn"),
            "Deployment", Map.of("STARTS_ON", "startsOn", "ENDS_ON", "endsOn", "ROTATION", "rotation"),
            "PersonnelCount", Map.of("AS_OF", "asOf", "TOTAL", "total", "WOMEN", "women"),
            "Milestone", Map.of("DATE", "date", "TITLE", "title"),
            "Source", Map.of("KEY", "key", "PUBLISHED_ON", "publishedOn", "TITLE", "title"));

    private static final List<String> DATES =
            List.of("startedOn", "formedOn", "startsOn", "endsOn", "asOf", "date", "publishedOn");

    /** Names and titles, which are sorted by their folded key. Other text is sorted as it is. */
    private static final List<String> FOLDED = List.of("name", "title");

    /** A term of a sort order. */
    record Order(String field, String direction) {

        boolean descending() {
            return direction.equals("DESC");
        }
    }

    record Page(
            List<Map<String, Object>> rows,
            List<String> ids,
            List<String> cursors,
            int totalCount,
            boolean hasNext,
            boolean hasPrevious,
            String startCursor,
            String endCursor) {}

    Page page(Map<String, ?> arguments) {
        JsonPath data = Client.data(document(), arguments);
        // get the complete map once: REST Assured compiles each path, which takes longer than the page
        Map<String, Object> list = data.getMap(parent == null ? "list" : "parent.list");
        List<Map<String, Object>> edges = objects(list.get("edges"));
        Map<?, ?> info = (Map<?, ?>) list.get("pageInfo");
        return new Page(
                edges.stream().map(edge -> object(edge.get("node"))).toList(),
                objects(list.get("nodes")).stream()
                        .map(node -> (String) node.get("id"))
                        .toList(),
                edges.stream().map(edge -> (String) edge.get("cursor")).toList(),
                (Integer) list.get("totalCount"),
                (Boolean) info.get("hasNextPage"),
                (Boolean) info.get("hasPreviousPage"),
                (String) info.get("startCursor"),
                (String) info.get("endCursor"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private String document() {
        String more = ", $filter: %1$sFilter, $orderBy: [%1$sOrder]".formatted(type);
        String passed = ", filter: $filter, orderBy: $orderBy";
        List<String> selected = KEYS.get(type).values().stream()
                .map(key -> DATES.contains(key) ? key + " { date }" : key)
                .toList();
        String list = """
                list: %s(first: $first, after: $after, last: $last, before: $before%s) {
                  totalCount
                  edges { cursor node { id %s } }
                  nodes { id }
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                }""".formatted(field, passed, String.join(" ", selected));
        return "query ($first: Int, $after: String, $last: Int, $before: String%s) { %s }"
                .formatted(more, parent == null ? list : "parent: " + parent + " { " + list + " }");
    }

    /** Returns all rows in the default order, from pages of the maximum size. */
    List<Map<String, Object>> all() {
        List<Map<String, Object>> rows = new ArrayList<>();
        String after = null;
        Page page;
        do {
            Map<String, Object> arguments = new HashMap<>(Map.of("first", 100));
            arguments.put("after", after);
            page = page(arguments);
            rows.addAll(page.rows);
            after = page.endCursor;
        } while (page.hasNext);
        return rows;
    }

    /** Returns the default order, every key in both directions, and for root fields all pairs of keys in opposite directions. */
    List<List<Order>> orders() {
        List<List<Order>> orders = new ArrayList<>();
        orders.add(List.of());
        List<String> fields = KEYS.get(type).keySet().stream().sorted().toList();
        for (String field : fields) {
            orders.add(List.of(new Order(field, "ASC")));
            orders.add(List.of(new Order(field, "DESC")));
            fields.stream()
                    .filter(other -> parent == null && !other.equals(field))
                    .forEach(other -> {
                        orders.add(List.of(new Order(field, "ASC"), new Order(other, "DESC")));
                        orders.add(List.of(new Order(field, "DESC"), new Order(other, "ASC")));
                    });
        }
        return orders;
    }

    /** Compares rows as documented: unknown values sort last in both directions, and the natural key breaks ties. */
    Comparator<Map<String, Object>> comparator(List<Order> order) {
        Comparator<Map<String, Object>> comparator = (a, b) -> 0;
        for (Order key : order) {
            Comparator<Comparable<Object>> ascending = Comparable::compareTo;
            comparator = comparator.thenComparing(
                    row -> value(row, KEYS.get(type).get(key.field)),
                    Comparator.nullsLast(key.descending() ? ascending.reversed() : ascending));
        }
        Comparator<Map<String, Object>> naturalKey = Comparator.comparing(
                row -> GlobalId.parse((String) row.get("id")).orElseThrow().key());
        boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
        return comparator.thenComparing(descending ? naturalKey.reversed() : naturalKey);
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> value(Map<String, Object> row, String key) {
        Object value = row.get(key);
        if (value != null && DATES.contains(key)) {
            value = ((Map<?, ?>) value).get("date");
        }
        return (Comparable<Object>) (FOLDED.contains(key) ? Comparison.key((String) value) : value);
    }

    @Override
    public String toString() {
        return parent == null ? field : parent + "." + field;
    }
}
