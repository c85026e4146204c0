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
 * The values of an operation's variables, with defaults. They are coerced one variable at a time, before anything is
 * executed, so that every error names its variable, whatever the library throws.
 *
 * @param values by the names of the variables; those that were not sent and have no default are absent
 * @param errors why the operation cannot be executed with these variables; empty where it can
 */
record VariableValues(Map<String, Object> values, List<CodedGraphQLError> errors) {

    static VariableValues of(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> sent) {
        Map<String, Object> values = new HashMap<>();
        List<CodedGraphQLError> errors = new ArrayList<>();
        RawVariables raw = RawVariables.of(sent);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            try {
                values.putAll(ValuesResolver.coerceVariableValues(
                                schema,
                                List.of(variable),
                                raw,
                                GraphQLContext.getDefault(),
                                // ErrorMapper reads the library's messages
                                Locale.ENGLISH)
                        .toMap());
            } catch (RuntimeException e) {
                // assertions and casts of the library fail too: whatever it is, this value is the reason
                String message = e instanceof GraphQLError error ? error.getMessage() : "";
                errors.add(ErrorMapper.wrongVariable(variable, message));
            }
        }
        return new VariableValues(values, errors);
    }
}
