package org.bluehelmets.api;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bluehelmets.testsupport.Comparison;

/** Evaluates filters in Java, on rows and filters in JSON form. */
final class FilterOracle {

    /** Names and titles, which are compared by their folded key. */
    private static final Set<String> READ = Set.of("name", "title", "publisher");

    private static final Set<String> OBJECTS = Set.of("nation", "mission", "source");

    private FilterOracle() {}

    /** Whether a row matches a filter on its type. */
    static boolean passes(Map<String, ?> filter, Map<String, ?> row) {
        return filter.entrySet().stream().allMatch(condition -> holds(condition.getKey(), condition.getValue(), row));
    }

    private static boolean holds(String field, Object condition, Map<String, ?> row) {
        return switch (field) {
            case "and" -> filters(condition).stream().allMatch(each -> passes(each, row));
            case "or" ->
                filters(condition).isEmpty() || filters(condition).stream().anyMatch(each -> passes(each, row));
            case "not" -> !passes(filter(condition), row);
            default ->
                OBJECTS.contains(field)
                        ? referred(filter(condition), filter(row.get(field)))
                        : filter(condition).entrySet().stream()
                                .allMatch(operator -> READ.contains(field)
                                        ? reads(operator.getKey(), operator.getValue(), (String) row.get(field))
                                        : compares(operator.getKey(), operator.getValue(), value(row.get(field))));
        };
    }

    /** An empty filter also matches a null reference. Any condition needs an object. */
    private static boolean referred(Map<String, ?> filter, Map<String, ?> object) {
        return unconditional(filter) || (object != null && passes(filter, object));
    }

    private static boolean unconditional(Map<String, ?> filter) {
        return filter.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "and" -> filters(entry.getValue()).stream().allMatch(FilterOracle::unconditional);
            case "or" ->
                filters(entry.getValue()).isEmpty()
                        || filters(entry.getValue()).stream().anyMatch(FilterOracle::unconditional);
            case "not" -> false;
            default ->
                filter(entry.getValue()).entrySet().stream()
                        .allMatch(operator ->
                                operator.getKey().equals("notIn") && ((List<?>) operator.getValue()).isEmpty());
        });
    }

    /** Compares names by letters and digits, or literally with a text that has none. */
    private static boolean reads(String operator, Object operand, String name) {
        return switch (operator) {
            case "ne" -> !reads("eq", operand, name);
            case "notIn" -> !reads("in", operand, name);
            case "in" -> ((List<?>) operand).stream().anyMatch(each -> reads("eq", each, name));
            case "isNull" -> compares(operator, operand, name);
            default -> {
                String text = (String) operand;
                String piece = Comparison.piece(text);
                boolean signs = piece.isBlank();
                String key = Comparison.key(name);
                yield switch (operator) {
                    case "eq" -> signs ? name.equals(text) : key.equals(piece.strip());
                    case "contains" -> signs ? name.contains(text) : (" " + key + " ").contains(piece);
                    case "startsWith" -> signs ? name.startsWith(text) : (key + " ").startsWith(piece.stripLeading());
                    default -> throw new IllegalArgumentException(operator);
                };
            }
        };
    }

    private static boolean compares(String operator, Object operand, Object value) {
        return switch (operator) {
            case "isNull" -> (value == null) == (Boolean) operand;
            case "ne" -> !compares("eq", operand, value);
            case "notIn" -> !compares("in", operand, value);
            default -> value != null && known(operator, operand, value);
        };
    }

    private static boolean known(String operator, Object operand, Object value) {
        Predicate<Object> equal = other -> compare(value, other) == 0;
        return switch (operator) {
            case "eq" -> equal.test(operand);
            case "in" -> ((List<?>) operand).stream().anyMatch(equal);
            case "lt" -> compare(value, operand) < 0;
            case "lte" -> compare(value, operand) <= 0;
            case "gt" -> compare(value, operand) > 0;
            case "gte" -> compare(value, operand) >= 0;
            case "contains" -> upper(value).contains(upper(operand));
            case "startsWith" -> upper(value).startsWith(upper(operand));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** Compares numbers by value and text ignoring case. ISO 8601 dates have the same order as text. */
    private static int compare(Object a, Object b) {
        return a instanceof Integer number ? number.compareTo((Integer) b) : upper(a).compareTo(upper(b));
    }

    private static String upper(Object text) {
        // also converts full-width letters
        return Normalizer.normalize((String) text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    /** Compares a partial date by its first day. */
    private static Object value(Object property) {
        return property instanceof Map<?, ?> date ? date.get("date") : property;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> filter(Object value) {
        return (Map<String, ?>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> filters(Object value) {
        return (List<Map<String, ?>>) value;
    }
}
