package org.bluehelmets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the results of random nested filters with {@link FilterOracle}. */
@QuarkusTest
class RandomFilterTest {

    private static final int DEPTH = 4;

    private static final List<Integer> NUMBERS = List.of(-1, 0, 1, 2, 5, 6, 14, 120, 139, 198, 300, 11000, 2147483647);
    private static final List<String> CATEGORIES =
            List.of("ALL", "TROOPS", "EXPERTS_ON_MISSION", "STAFF_OFFICERS", "INDIVIDUAL_POLICE");
    private static final List<String> DATES =
            List.of("1900-01-01", "2003-01-01", "2018-04-12", "2018-10-31", "2020-03-01", "2020-05-31", "2024-01-20");
    private static final List<String> CODES = List.of("KAZ", "kaz", "ｋａz", "K", "Z", "UZB", "TKM", "XXX", "");
    private static final List<String> NAMES = List.of(
            "Kazakhstan",
            "KÁZAKHSTAN",
            "ｋａｚ",
            "stan",
            "e",
            "st ",
            " a",
            "-",
            "'",
            "(",
            " ",
            "",
            "%",
            "ü",
            "u\u0308",
            "Türkiye",
            "Côte d'Ivoire",
            "\u0302");
    private static final List<String> ACRONYMS =
            List.of("UNIFIL", "unifil", "unıfil", "UN", "MINURSO", "OIF", "_", "%", "");
    private static final List<String> KEYS =
            List.of("diplomat-2020", "DIPLOMAT-2020", "caspian", "2018", "-", "'", "!", "caspian-2024");

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1948, 1978, 31102018})
    void matchesSameRowsAsOracle(long seed) {
        random = new Random(seed);
        List<Map<String, Object>> rows = Client.data("""
                {
                  personnelCounts(first: 100) {
                    nodes {
                      id total women category asOf { date }
                      nation { code name } mission { acronym } source { key }
                    }
                  }
                }""").getList("personnelCounts.nodes");
        Set<List<String>> results = new HashSet<>();
        for (int i = 0; i < filters(); i++) {
            Map<String, Object> filter = filter(DEPTH);
            List<String> expected = rows.stream()
                    .filter(row -> FilterOracle.passes(filter, row))
                    .map(row -> (String) row.get("id"))
                    .toList();
            List<String> found = Client.data("""
                    query ($filter: PersonnelCountFilter) {
                      personnelCounts(filter: $filter, first: 100) { nodes { id } }
                    }""", Map.of("filter", filter)).getList("personnelCounts.nodes.id");
            assertEquals(expected, found, () -> "seed " + seed + ": " + filter);
            results.add(expected);
        }
        assertTrue(results.size() > filters() / 6, "most filters let the same rows through: " + results.size());
    }

    int filters() {
        return 70;
    }

    /** Returns one to three conditions on personnel counts, including nested ones. */
    private Map<String, Object> filter(int depth) {
        Map<String, Supplier<Object>> conditions = new LinkedHashMap<>();
        conditions.put("total", () -> range(NUMBERS));
        conditions.put("women", () -> random.nextInt(4) == 0 ? isNull() : range(List.of(0, 1, 2)));
        conditions.put("category", () -> equality(CATEGORIES));
        conditions.put("asOf", this::date);
        conditions.put("nation", () -> nation(2));
        conditions.put("mission", () -> object("acronym", ACRONYMS, 2));
        conditions.put("source", () -> object("key", KEYS, 2));
        return combined(conditions, depth, this::filter);
    }

    private Map<String, Object> nation(int depth) {
        return combined(Map.of("code", () -> text(CODES), "name", () -> text(NAMES)), depth, this::nation);
    }

    private Map<String, Object> object(String key, List<String> values, int depth) {
        return combined(Map.of(key, () -> text(values)), depth, deeper -> object(key, values, deeper));
    }

    private Map<String, Object> combined(
            Map<String, Supplier<Object>> conditions, int depth, IntFunction<Map<String, Object>> deeper) {
        Map<String, Supplier<Object>> choices = new LinkedHashMap<>(conditions);
        if (depth > 0) {
            choices.put("and", () -> several(() -> deeper.apply(depth - 1)));
            choices.put("or", () -> several(() -> deeper.apply(depth - 1)));
            choices.put("not", () -> deeper.apply(depth - 1));
        }
        // include some empty filters
        int wanted = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3);
        List<String> names = new ArrayList<>(choices.keySet());
        // combine often enough for deep nesting
        names.addAll(depth > 0 ? List.of("and", "or", "not", "not") : List.of());
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            String name = pick(names);
            filter.put(name, choices.get(name).get());
        }
        return filter;
    }

    private List<Object> several(Supplier<Object> one) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> one.get()).toList();
    }

    private Map<String, Object> range(List<Integer> values) {
        return random.nextBoolean() ? equality(values) : Map.of(pick(List.of("lt", "lte", "gt", "gte")), pick(values));
    }

    private Map<String, Object> date() {
        String operator = pick(List.of("eq", "ne", "lt", "lte", "gt", "gte", "isNull"));
        return operator.equals("isNull") ? isNull() : Map.of(operator, pick(DATES));
    }

    private Map<String, Object> text(List<String> values) {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("contains", pick(values), "startsWith", pick(values));
            case 1 -> Map.of("contains", pick(values));
            case 2 -> Map.of("startsWith", pick(values));
            case 3 -> isNull();
            default -> equality(values);
        };
    }

    private Map<String, Object> isNull() {
        return Map.of("isNull", random.nextBoolean());
    }

    private <T> Map<String, Object> equality(List<T> values) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("eq", pick(values));
            case 1 -> Map.of("ne", pick(values));
            case 2 -> Map.of("in", some(values));
            default -> Map.of("notIn", some(values));
        };
    }

    private <T> List<T> some(List<T> values) {
        return values.stream().filter(value -> random.nextInt(3) == 0).collect(Collectors.toList());
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
