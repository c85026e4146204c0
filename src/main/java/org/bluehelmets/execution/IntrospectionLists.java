package org.bluehelmets.execution;

import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates the lengths of introspection lists, for the cost of introspection queries. For the lists of types the estimate
 * is the mean length weighted by length, because cyclic queries reach elements of long lists more often. For arguments it
 * is the plain mean.
 */
final class IntrospectionLists {

    private final Map<String, Long> lengths = new HashMap<>();

    IntrospectionLists(GraphQLSchema schema) {
        List<Integer> fields = new ArrayList<>();
        List<Integer> inputFields = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        List<Integer> arguments = new ArrayList<>();
        List<Integer> interfaces = new ArrayList<>();
        List<Integer> possibleTypes = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLFieldsContainer container) {
                fields.add(container.getFieldDefinitions().size());
                for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
                    arguments.add(field.getArguments().size());
                }
            }
            if (type instanceof GraphQLObjectType object) {
                interfaces.add(object.getInterfaces().size());
            } else if (type instanceof GraphQLInputObjectType input) {
                inputFields.add(input.getFieldDefinitions().size());
            } else if (type instanceof GraphQLEnumType enumeration) {
                values.add(enumeration.getValues().size());
            } else if (type instanceof GraphQLUnionType union) {
                possibleTypes.add(union.getTypes().size());
            } else if (type instanceof GraphQLInterfaceType interfaceType) {
                possibleTypes.add(schema.getImplementations(interfaceType).size());
            }
        }
        lengths.put("__Schema.types", (long) schema.getAllTypesAsList().size());
        lengths.put("__Schema.directives", (long) schema.getDirectives().size());
        lengths.put("__Type.fields", weightedMean(fields));
        lengths.put("__Type.inputFields", weightedMean(inputFields));
        lengths.put("__Type.enumValues", weightedMean(values));
        lengths.put("__Type.interfaces", weightedMean(interfaces));
        lengths.put("__Type.possibleTypes", weightedMean(possibleTypes));
        lengths.put("__Field.args", mean(arguments));
        lengths.put(
                "__Directive.args",
                mean(schema.getDirectives().stream()
                        .map(GraphQLDirective::getArguments)
                        .map(List::size)
                        .toList()));
    }

    private static long weightedMean(List<Integer> lengths) {
        long sum = 0;
        long squares = 0;
        for (int length : lengths) {
            sum += length;
            squares += (long) length * length;
        }
        return sum == 0 ? 1 : (squares + sum - 1) / sum;
    }

    private static long mean(List<Integer> lengths) {
        return (long)
                Math.ceil(lengths.stream().mapToInt(Integer::intValue).average().orElse(1));
    }

    /** The estimated length; null if the field is not a list that depends on the schema. */
    Long length(String type, String field) {
        return lengths.get(type + "." + field);
    }
}
