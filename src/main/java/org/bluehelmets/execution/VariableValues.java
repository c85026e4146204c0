package org.bluehelmets.execution;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The coerced values of an operation's variables, with defaults. Variables are coerced one at a time before execution, so
 * that every error names its variable.
 *
 * @param values by name; absent variables without default are not included
 * @param errors empty if all values match their types
 */
record VariableValues(Map<String, Object> values, List<CodedGraphQLError> errors) {

    static VariableValues of(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> rawValues) {
        Map<String, Object> values = new HashMap<>();
        List<CodedGraphQLError> errors = new ArrayList<>();
        RawVariables raw = RawVariables.of(rawValues);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            try {
                values.putAll(ValuesResolver.coerceVariableValues(
                                schema,
                                List.of(variable),
                                raw,
                                GraphQLContext.getDefault(),
                                // MessageSanitizer parses English messages
                                Locale.ENGLISH)
                        .toMap());
            } catch (RuntimeException e) {
                // the library also throws AssertException and ClassCastException for invalid values
                String message = e instanceof GraphQLError error ? error.getMessage() : "";
                errors.add(ErrorMapper.invalidVariable(variable, message));
            }
        }
        return new VariableValues(values, errors);
    }
}
