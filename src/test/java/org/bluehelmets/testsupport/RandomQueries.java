package org.bluehelmets.testsupport;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.Literals.Variable;

/**
 * Queries that chance makes of the schema, right ones and wrong ones. The same seed makes the same query. For one
 * thread.
 */
public final class RandomQueries {

    /** What was meant to be made; chance may make a wrong one right. */
    public enum Mood {
        /** Fits the schema, and its values mean something. */
        RIGHT,
        /** Fits the schema, with values that mean nothing, such as a page of 101 rows. */
        SENSELESS,
        /** Does not fit the schema. */
        WRONG,
        /** Its text is damaged. */
        BROKEN
    }

    /**
     * A query.
     *
     * @param coordinates of its fields: {@code Nation.code}
     */
    public record Query(
            Mood mood, String document, String operationName, Map<String, Object> variables, Set<String> coordinates) {}

    private static final int DEEPEST = 9;
    private static final String[] PIECES = {
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "!",
        "$",
        "@",
        "|",
        "&",
        "=",
        "...",
        "\"",
        "\"\"\"",
        "#",
        "\n",
        ",",
        "\\u",
        "null",
        "true",
        "on",
        "fragment",
        "query",
        "mutation",
        "subscription",
        "0",
        "1e9",
        "-",
        "99999999999999999999",
        "__typename",
        "\u0000",
        "\uFEFF",
        "é",
        "\uD83D\uDE00",
        "\uD800",
        "@include(if: true)",
        "...F1",
        "$v1",
        "type",
        "'",
        "/*",
        "{{"
    };

    /** More than are allowed. */
    private static final String MANY_ALIASES =
            IntStream.range(0, 60).mapToObj(i -> "a" + i + ": __typename ").collect(Collectors.joining());

    private final GraphQLSchema schema;
    private final List<String> cursors;
    private final List<String> ids;

    private Random random;
    private RandomValues values;
    private Mood mood;
    private List<String> variables;
    private Map<String, Object> sent;
    private Map<String, String> fragments;
    private Set<String> coordinates;
    private int names;
    private int fields;

    /**
     * @param cursors that the service has given out
     * @param ids that the service has given out
     */
    public RandomQueries(List<String> cursors, List<String> ids) {
        this.schema = schema();
        this.cursors = cursors;
        this.ids = ids;
    }

    /** The committed schema. */
    public static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(Path.of("src/main/graphql/schema.graphql").toFile()));
    }

    public Query query(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        values = new RandomValues(random, cursors, ids);
        int die = random.nextInt(100);
        mood = die < 60 ? Mood.RIGHT : die < 75 ? Mood.SENSELESS : die < 88 ? Mood.WRONG : Mood.BROKEN;
        values.goWrong(mood == Mood.SENSELESS ? 150 : 0, mood == Mood.WRONG ? 40 : 0);
        variables = new ArrayList<>();
        sent = new LinkedHashMap<>();
        fragments = new LinkedHashMap<>();
        coordinates = new LinkedHashSet<>();
        names = 0;
        fields = random.nextInt(10) == 0 ? 300 : 5 + random.nextInt(40);
        String selections = selections(schema.getQueryType(), 1);
        String name = random.nextInt(3) == 0 ? "Some" : "";
        String document = (variables.isEmpty() && name.isEmpty() && random.nextBoolean()
                        ? ""
                        : "query " + name + (variables.isEmpty() ? "" : "(" + String.join(", ", variables) + ") "))
                + selections
                + String.join("", fragments.values());
        if (mood == Mood.WRONG) {
            document = misfit(document);
        } else if (mood == Mood.BROKEN) {
            document = damaged(document, PIECES, random);
        } else if (random.nextInt(20) == 0) {
            document = (name.isEmpty() ? document.replaceFirst("^(query )?", "query Some ") : document)
                    + " query Other { __typename }";
            name = "Some";
        }
        String operation = name.isEmpty() || !document.contains("Other") && random.nextBoolean() ? null : name;
        if (mood == Mood.SENSELESS && random.nextInt(20) == 0) {
            operation = values.pick(RandomValues.TEXTS);
        }
        return new Query(mood, document, operation, sent, coordinates);
    }

    /** A mistake that the text of a document can have without being broken. */
    private String misfit(String document) {
        return switch (random.nextInt(12)) {
            case 0 -> document + " fragment Unused on Nation { code }";
            case 1 -> document + " fragment Loop on Nation { ...Loop }";
            case 2 -> document.replaceFirst("\\{ ", "{ nope ");
            case 3 -> document.replaceFirst("\\{ ", "{ ...Missing ");
            case 4 -> document.replaceFirst("\\{ ", "{ ... on Nation { code } ");
            case 5 -> document.replaceFirst("\\{ ", "{ __typename @nope ");
            case 6 -> document.replaceFirst("\\{ ", "{ __typename @include(if: 5) @skip(no: true) ");
            case 7 -> document + " query { __typename }";
            case 8 -> document.replaceFirst("\\$v1: \\[?\\w+", "\\$v1: Nope");
            case 9 -> document.replaceFirst("^(query)? ?", "mutation ");
            case 10 -> document + " type Query { a: Int } extend schema @a { query: Query }";
            default -> document.replaceFirst("\\{ ", "{ " + MANY_ALIASES);
        };
    }

    private String selections(GraphQLCompositeType type, int depth) {
        StringBuilder text = new StringBuilder("{ ");
        List<GraphQLFieldDefinition> choices = type instanceof GraphQLObjectType object
                ? object.getFieldDefinitions()
                : type instanceof GraphQLInterfaceType some ? some.getFieldDefinitions() : List.of();
        int wanted = 1 + random.nextInt(depth == 1 ? 3 : 5);
        Set<GraphQLFieldDefinition> chosen = new LinkedHashSet<>();
        for (int i = 0; i < wanted && !choices.isEmpty(); i++) {
            GraphQLFieldDefinition field = values.pick(choices);
            // leaves only, at the bottom
            boolean leaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
            if (leaf || depth < DEEPEST && fields > 0) {
                chosen.add(field);
            }
        }
        for (GraphQLFieldDefinition field : chosen) {
            text.append(field(type, field, depth, random.nextInt(12) == 0));
        }
        if (chosen.isEmpty() || random.nextInt(10) == 0) {
            text.append("__typename ");
        }
        if (depth == 1 && random.nextInt(60) == 0) {
            text.append("__schema { types { name fields { name type { name } } } } __type(name: \"Nation\") { kind } ");
        }
        boolean open = !(type instanceof GraphQLObjectType);
        for (int i = open ? 2 : 0; i >= 0; i--) {
            if (depth < DEEPEST && fields > 0 && random.nextInt(open ? 2 : 12) == 0) {
                text.append(fragment(type, depth));
            }
        }
        return text.append("} ").toString();
    }

    /** Named or inline. What has the same name in other types gets an alias, so that the answers can be merged. */
    private String fragment(GraphQLCompositeType type, int depth) {
        GraphQLObjectType narrowed = type instanceof GraphQLObjectType object
                ? object
                : type instanceof GraphQLUnionType union
                        ? (GraphQLObjectType) values.pick(union.getTypes())
                        : values.pick(schema.getImplementations((GraphQLInterfaceType) type));
        StringBuilder text = new StringBuilder("{ ");
        for (int i = 0; i <= random.nextInt(3); i++) {
            GraphQLFieldDefinition field = values.pick(narrowed.getFieldDefinitions());
            text.append(field(narrowed, field, depth, true));
        }
        text.append("} ");
        if (random.nextBoolean()) {
            return "... " + (narrowed == type && random.nextBoolean() ? "" : "on " + narrowed.getName() + " ")
                    + directive() + text;
        }
        String name = "F" + ++names;
        fragments.put(name, "fragment " + name + " on " + narrowed.getName() + " " + text);
        return ("..." + name + " " + directive()).repeat(random.nextInt(8) == 0 ? 2 : 1);
    }

    private String directive() {
        return switch (random.nextInt(20)) {
            case 0 -> "@include(if: true) ";
            case 1 -> "@skip(if: %s) ".formatted(Literals.literal(variable("Boolean!", random.nextBoolean())));
            default -> "";
        };
    }

    private String field(GraphQLCompositeType parent, GraphQLFieldDefinition field, int depth, boolean aliased) {
        fields--;
        coordinates.add(parent.getName() + "." + field.getName());
        StringBuilder text = new StringBuilder(aliased ? "a" + ++names + ": " : "")
                .append(mood == Mood.WRONG && random.nextInt(60) == 0 ? "nope" : field.getName());
        List<String> arguments = new ArrayList<>();
        boolean last = random.nextInt(4) == 0;
        for (GraphQLArgument argument : field.getArguments()) {
            if (isWanted(argument, last)) {
                arguments.add(argument.getName() + ": " + Literals.literal(argument(argument, depth)));
            }
        }
        if (mood == Mood.WRONG && random.nextInt(60) == 0) {
            arguments.add("nope: 1");
        }
        text.append(arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
                .append(' ');
        text.append(directive());
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean misfit = mood == Mood.WRONG && random.nextInt(60) == 0;
        if (type instanceof GraphQLCompositeType inner) {
            return misfit ? text.toString() : text + selections(inner, depth + 1);
        }
        return misfit ? text + "{ x } " : text.toString();
    }

    private boolean isWanted(GraphQLArgument argument, boolean last) {
        if (GraphQLTypeUtil.isNonNull(argument.getType())) {
            return mood != Mood.WRONG || random.nextInt(60) > 0;
        }
        return switch (argument.getName()) {
            case "first" -> !last;
            case "last" -> last || mood == Mood.SENSELESS && random.nextInt(20) == 0;
            // a cursor fits one order only
            case "after", "before" -> random.nextInt(30) == 0;
            default -> random.nextInt(4) == 0;
        };
    }

    private Object argument(GraphQLArgument argument, int depth) {
        Object value = values.value(argument.getName(), argument.getType(), Math.max(0, depth - 3));
        return random.nextInt(4) == 0 ? variable(GraphQLTypeUtil.simplePrint(argument.getType()), value) : value;
    }

    /** Sends a value as a variable, or as the default of one that is not sent. */
    private Variable variable(String type, Object value) {
        String name = "v" + (variables.size() + 1);
        String declared = mood == Mood.WRONG && random.nextInt(20) == 0 ? "String" : type;
        if (random.nextInt(5) == 0) {
            variables.add("$" + name + ": " + declared + " = " + Literals.literal(value));
        } else {
            variables.add("$" + name + ": " + declared);
            if (value != null || type.endsWith("!") || random.nextBoolean()) {
                sent.put(name, Literals.json(value));
            }
        }
        return new Variable(name);
    }

    /** A text in which pieces are inserted, replaced, left out and doubled. */
    static String damaged(String text, String[] pieces, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(random.nextInt(20) + 1));
            String piece = pieces[random.nextInt(pieces.length)];
            switch (random.nextInt(6)) {
                case 0 -> damaged.insert(at, piece);
                case 1 -> damaged.replace(at, end, piece);
                case 2 -> damaged.delete(at, end);
                case 3 -> damaged.insert(at, damaged.substring(at, end));
                case 4 -> damaged.setLength(random.nextInt(8) == 0 ? at : damaged.length());
                default -> damaged.insert(at, (char) (32 + random.nextInt(95)));
            }
        }
        return damaged.toString();
    }
}
