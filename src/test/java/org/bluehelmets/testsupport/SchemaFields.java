package org.bluehelmets.testsupport;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of the committed schema that take arguments: a field that is added to the schema is among them. */
public final class SchemaFields {

    private static final int DEEPEST = 3;

    private final GraphQLSchema schema = RandomQueries.schema();

    /** A field of an object type. */
    public record Field(GraphQLObjectType parent, GraphQLFieldDefinition definition) {

        public boolean isConnection() {
            return GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType type
                    && type.getName().endsWith("Connection");
        }

        @Override
        public String toString() {
            return parent.getName() + "." + definition.getName();
        }
    }

    /** The fields of queries with at least one argument. */
    public List<Field> withArguments() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__")
                        && type != schema.getMutationType()
                        && type != schema.getSubscriptionType())
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field -> !field.getArguments().isEmpty())
                        .map(field -> new Field(type, field)))
                .toList();
    }

    /** The list of all objects of a type, a field of queries; null where there is none. */
    public String listOf(GraphQLObjectType type) {
        return schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType connection
                        && connection.getName().equals(type.getName() + "Connection"))
                .map(GraphQLFieldDefinition::getName)
                .findFirst()
                .orElse(null);
    }

    public boolean isQuery(GraphQLObjectType type) {
        return type == schema.getQueryType();
    }

    /** What tells the values of a field apart: of nodes their ids, of other objects all fields without arguments. */
    public String selection(Field field) {
        return selection(field.definition.getType(), 0);
    }

    private String selection(GraphQLType wrapped, int depth) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(wrapped);
        if (!(type instanceof GraphQLCompositeType composite)) {
            return "";
        }
        if (!(composite instanceof GraphQLObjectType object)) {
            return " { __typename ... on Node { id } }";
        }
        if (object.getInterfaces().stream()
                .anyMatch(implemented -> implemented.getName().equals("Node"))) {
            return " { id }";
        }
        boolean edges = object.getField("edges") != null;
        String fields = object.getFieldDefinitions().stream()
                .filter(field -> field.getArguments().isEmpty())
                .filter(field -> !(edges && field.getName().equals("nodes")))
                .filter(field -> depth < DEEPEST
                        || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType))
                .map(field -> field.getName() + selection(field.getType(), depth + 1))
                .collect(Collectors.joining(" "));
        return " { " + fields + " }";
    }
}
