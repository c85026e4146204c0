package org.bluehelmets.testsupport;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every place of the schema that takes a value from a client: arguments, items of lists, fields of input objects, arguments
 * of directives and of introspection; each once, with a document that puts a value there.
 * Arguments of the same name and type are taken once below the root.
 */
public final class InputPlaces {

    private static final String VALUE = "\u0000";

    /**
     * A place for a value.
     *
     * @param coordinate such as {@code Query.nation(code)} or {@code IntFilter.in[]}
     * @param argument the argument that the value is in
     * @param operation query, mutation or subscription
     */
    public record Place(String coordinate, String argument, String operation, GraphQLType type, String selections) {

        /** A document with a literal in this place. */
        public String document(String literal) {
            return operation + " { " + selections.replace(VALUE, literal) + " }";
        }

        /** A document with the variable {@code $x} in this place. */
        public String document(String declaredType, String defaultValue) {
            return operation + " ($x: " + declaredType + (defaultValue == null ? "" : " = " + defaultValue) + ") { "
                    + selections.replace(VALUE, "$x") + " }";
        }

        public boolean isNonNull() {
            return GraphQLTypeUtil.isNonNull(type);
        }

        public String typeName() {
            return GraphQLTypeUtil.simplePrint(type);
        }

        public String nullableTypeName() {
            return GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type));
        }

        /** A literal that fits. */
        public String example() {
            return InputPlaces.example(GraphQLTypeUtil.unwrapNonNull(type));
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Set<String> inputFields = new HashSet<>();
    private final Set<String> nested = new HashSet<>();

    private InputPlaces() {}

    public static List<Place> of(GraphQLSchema schema) {
        InputPlaces found = new InputPlaces();
        found.ofRoot("query", schema.getQueryType());
        found.ofRoot("mutation", schema.getMutationType());
        found.ofRoot("subscription", schema.getSubscriptionType());
        found.ofDirectives();
        found.ofIntrospection();
        return found.places;
    }

    /** Fields of all objects that a root leads to, each by one of the shortest ways. */
    private void ofRoot(String operation, GraphQLObjectType root) {
        Map<GraphQLObjectType, String> ways = new HashMap<>(Map.of(root, VALUE));
        Queue<GraphQLObjectType> toVisit = new ArrayDeque<>(List.of(root));
        while (!toVisit.isEmpty()) {
            GraphQLObjectType type = toVisit.remove();
            String way = ways.get(type);
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                GraphQLType result = GraphQLTypeUtil.unwrapAll(field.getType());
                String selection = result instanceof GraphQLCompositeType ? " { __typename }" : "";
                // payloads and events hold what queries lead to as well
                if (operation.equals("query") || type == root) {
                    for (GraphQLArgument argument : field.getArguments()) {
                        // nested lists have the arguments of those at the root
                        boolean isNew = nested.add(argument.getName() + ": " + argument.getType());
                        if (type != root && !isNew) {
                            continue;
                        }
                        String call = field.getName() + arguments(field, argument) + selection;
                        add(
                                type.getName() + "." + field.getName() + "(" + argument.getName() + ")",
                                new Place(
                                        "",
                                        argument.getName(),
                                        operation,
                                        argument.getType(),
                                        way.replace(VALUE, call)));
                    }
                    if (result instanceof GraphQLObjectType object && !ways.containsKey(object)) {
                        String call = field.getName() + arguments(field, null) + " { " + VALUE + " }";
                        ways.put(object, way.replace(VALUE, call));
                        toVisit.add(object);
                    }
                }
            }
        }
    }

    private void ofDirectives() {
        GraphQLType condition = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);
        for (String directive : List.of("skip", "include")) {
            String on = " @" + directive + "(if: " + VALUE + ")";
            for (String selection : List.of(
                    "__typename" + on,
                    "..." + on + " { __typename }",
                    "... { nations(first: 1) { nodes { code" + on + " } } }")) {
                places.add(new Place(selection.replace(VALUE, "?"), "if", "query", condition, selection));
            }
        }
    }

    private void ofIntrospection() {
        places.add(new Place(
                "__type(name)",
                "name",
                "query",
                GraphQLNonNull.nonNull(Scalars.GraphQLString),
                "__type(name: " + VALUE + ") { name }"));
        for (String selection : List.of(
                "__type(name: \"Nation\") { fields(includeDeprecated: ?) { name } }",
                "__type(name: \"Metric\") { enumValues(includeDeprecated: ?) { name } }",
                "__type(name: \"NationFilter\") { inputFields(includeDeprecated: ?) { name } }",
                "__schema { types { fields(includeDeprecated: ?) { args(includeDeprecated: ?) { name } } } }",
                "__schema { directives { args(includeDeprecated: ?) { name } } }")) {
            places.add(new Place(
                    selection, "includeDeprecated", "query", Scalars.GraphQLBoolean, selection.replace("?", VALUE)));
        }
    }

    private void add(String coordinate, Place place) {
        places.add(new Place(coordinate, place.argument, place.operation, place.type, place.selections));
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(place.type);
        if (type instanceof GraphQLList) {
            add(
                    coordinate + "[]",
                    new Place(
                            "",
                            place.argument,
                            place.operation,
                            GraphQLTypeUtil.unwrapOne(type),
                            place.selections.replace(VALUE, "[" + VALUE + "]")));
        } else if (type instanceof GraphQLInputObjectType input) {
            for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                String name = input.getName() + "." + field.getName();
                if (inputFields.add(name)) {
                    String object = input.getFieldDefinitions().stream()
                            .filter(other -> other == field || GraphQLTypeUtil.isNonNull(other.getType()))
                            .map(other -> other.getName() + ": " + (other == field ? VALUE : example(other.getType())))
                            .collect(Collectors.joining(", ", "{", "}"));
                    add(
                            name,
                            new Place(
                                    "",
                                    place.argument,
                                    place.operation,
                                    field.getType(),
                                    place.selections.replace(VALUE, object)));
                }
            }
        }
    }

    /** The arguments that a field needs, and one more. */
    private static String arguments(GraphQLFieldDefinition field, GraphQLArgument wanted) {
        String list = field.getArguments().stream()
                .filter(argument -> argument == wanted || GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(argument -> argument.getName() + ": " + (argument == wanted ? VALUE : example(argument.getType())))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : "(" + list + ")";
    }

    private static String example(GraphQLType type) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList) {
            return "[" + example(GraphQLTypeUtil.unwrapOne(nullable)) + "]";
        }
        if (nullable instanceof GraphQLEnumType constants) {
            return constants.getValues().get(0).getName();
        }
        if (nullable instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                    .map(field -> field.getName() + ": " + example(field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (GraphQLTypeUtil.simplePrint(nullable)) {
            case "Int" -> "1";
            case "Float" -> "1.5";
            case "Boolean" -> "true";
            case "Date" -> "\"2019-10-31\"";
            default -> "\"KAZ\"";
        };
    }
}
