package org.bluehelmets.testsupport;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Values for arguments and input fields that chance makes: right ones, ones that mean nothing (a page of 101 rows, 30
 * February, a cursor of another list), and ones of a wrong type. They are maps, lists, text, numbers, booleans, null, and
 * {@link Name} for what is written without quotes.
 */
final class RandomValues {

    /** A word without quotes in a document, and with them among variables: an enum's value. */
    record Name(String text) {}

    private static final Name NULL = new Name("null");

    static final List<String> TEXTS = List.of(
            "KAZ",
            "kaz",
            "IND",
            "NPL",
            "XXX",
            "UNIFIL",
            "unifil",
            "MINURSO",
            "UNDOF",
            "IndKazBat",
            "astana-times-2018",
            "diplomat-2020",
            "a",
            "Kazakh",
            "",
            " ",
            "%",
            "_",
            "!",
            "'",
            "\"",
            "\\",
            "\"\"\"",
            "--",
            ":f0",
            "?",
            "\t\n",
            "é",
            "İ",
            "\u0000",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uFFFF",
            "x".repeat(5_000),
            "{nation{code}}");
    private static final List<String> DAYS =
            List.of("2018-10-31", "2020-05-31", "2024-02-29", "1948-05-29", "0001-01-01", "9999-12-31", "2025-01-01");
    private static final List<String> NO_DAYS = List.of(
            "2018-02-30",
            "2018-13-01",
            "",
            "soon",
            "2018",
            "20180101",
            "-2018-01-01",
            "+999999999-12-31",
            "２０１８-01-01");
    private static final List<Integer> NUMBERS =
            List.of(0, 1, 2, 3, 5, 6, 14, 100, 120, 139, 300, 11000, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Object> WRONG = List.of(
            5,
            -1,
            2147483648L,
            -2147483649L,
            new Name("1e400"),
            new Name("-0"),
            new Name("1" + "0".repeat(300)),
            2.5,
            "text",
            "5",
            true,
            new Name("NOPE"),
            new Name("null"),
            List.of(),
            List.of(List.of(1)),
            Map.of(),
            Map.of("nope", 1),
            Map.of("eq", Map.of("eq", 1)));

    private final Random random;
    private final List<String> cursors;
    private final List<String> ids;

    /** How much goes wrong: of a thousand values of the right type as many mean nothing, or are of another type. */
    private int senseless;

    private int wrong;

    /**
     * @param cursors that the service has given out
     * @param ids that the service has given out
     */
    RandomValues(Random random, List<String> cursors, List<String> ids) {
        this.random = random;
        this.cursors = cursors;
        this.ids = ids;
    }

    void goWrong(int senselessOfThousand, int wrongOfThousand) {
        senseless = senselessOfThousand;
        wrong = wrongOfThousand;
    }

    boolean chance(int ofThousand) {
        return random.nextInt(1000) < ofThousand;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * @param name of the argument or field that it is for
     * @param depth of the place that it is for: filters get smaller the deeper it is
     */
    Object value(String name, GraphQLType type, int depth) {
        if (type instanceof GraphQLNonNull nonNull) {
            return known(name, nonNull.getWrappedType(), depth);
        }
        return chance(20) ? NULL : known(name, type, depth);
    }

    private Object known(String name, GraphQLType type, int depth) {
        if (chance(wrong)) {
            return pick(WRONG);
        }
        if (type instanceof GraphQLList list) {
            return list(name, list.getWrappedType(), depth);
        }
        if (type instanceof GraphQLEnumType constants) {
            return new Name(pick(constants.getValues()).getName());
        }
        if (type instanceof GraphQLInputObjectType object) {
            return object(object, depth);
        }
        return scalar(name, (GraphQLScalarType) type);
    }

    /** Another value of the same shape: objects with the same fields, lists as long as before. */
    Object like(Object value, String name, GraphQLType type) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (value instanceof Map<?, ?> object && bare instanceof GraphQLInputObjectType input) {
            Map<String, Object> other = new LinkedHashMap<>();
            object.forEach((key, each) -> {
                String field = (String) key;
                other.put(field, like(each, field, input.getField(field).getType()));
            });
            return other;
        }
        if (bare instanceof GraphQLList list) {
            return value instanceof List<?> values
                    ? values.stream()
                            .map(each -> like(each, name, list.getWrappedType()))
                            .toList()
                    : like(value, name, list.getWrappedType());
        }
        return value.equals(NULL) ? value : known(name, bare, 0);
    }

    private Object list(String name, GraphQLType element, int depth) {
        if (chance(30)) {
            // as clients may write it
            return known(name, GraphQLTypeUtil.unwrapNonNull(element), depth);
        }
        int length = chance(senseless / 10) ? 300 : random.nextInt(depth > 3 ? 2 : 4);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add(
                    chance(senseless)
                            ? value(name, element, depth + 1)
                            : known(name, GraphQLTypeUtil.unwrapNonNull(element), depth + 1));
        }
        return values;
    }

    private Object object(GraphQLInputObjectType type, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<GraphQLInputObjectField> fields = type.getFieldDefinitions();
        boolean filter = type.getField("not") != null;
        if (filter && chance(senseless / 10)) {
            // beyond what is allowed, mostly
            return nested(random.nextInt(chance(100) ? 400 : 60));
        }
        int wanted = filter && depth > 4 ? 0 : 1 + random.nextInt(2);
        for (GraphQLInputObjectField field : fields) {
            if (GraphQLTypeUtil.isNonNull(field.getType())) {
                object.put(field.getName(), value(field.getName(), field.getType(), depth + 1));
            }
        }
        for (int i = 0; i < wanted; i++) {
            GraphQLInputObjectField field = pick(fields);
            object.put(field.getName(), value(field.getName(), field.getType(), depth + 1));
        }
        if (chance(wrong)) {
            object.put("nope", 1);
        }
        return object;
    }

    private static Object nested(int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int i = 0; i < depth; i++) {
            filter = new LinkedHashMap<>(Map.of("not", filter));
        }
        return filter;
    }

    private Object scalar(String name, GraphQLScalarType type) {
        return switch (type.getName()) {
            case "Int" -> name.equals("first") || name.equals("last") ? pageSize() : pick(NUMBERS);
            case "Boolean" -> random.nextBoolean();
            case "Date" -> chance(senseless) ? pick(NO_DAYS) : pick(DAYS);
            case "ID" -> chance(senseless) ? damaged(pick(ids)) : pick(ids);
            case "Float" -> random.nextDouble();
            default -> name.equals("after") || name.equals("before") ? cursor() : text(name);
        };
    }

    private Object pageSize() {
        if (chance(senseless)) {
            return pick(List.of(101, -1, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE));
        }
        return chance(50) ? 100 : random.nextInt(5);
    }

    private String cursor() {
        return chance(senseless) ? damaged(pick(cursors)) : pick(cursors);
    }

    private String text(String name) {
        if (name.equals("text")) {
            return chance(senseless) ? " " : "k" + pick(TEXTS);
        }
        return pick(TEXTS);
    }

    /** A text with one sign replaced, one left out, or one doubled. */
    String damaged(String text) {
        if (text.isEmpty()) {
            return "=";
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + (char) (33 + random.nextInt(94)) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at) + text.substring(at);
        };
    }
}
