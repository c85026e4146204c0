package org.bluehelmets.execution;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of preparing a request.
 *
 * @param document null if the document is invalid or does not have the operation
 * @param definition null if the document is invalid or does not have the operation
 * @param cost the estimated maximum number of values in the response
 * @param errors empty if the operation can be executed
 */
public record PreparedOperation(
        Document document, OperationDefinition definition, long cost, List<GraphQLError> errors) {

    private static final Map<OperationDefinition.Operation, String> TYPES = new EnumMap<>(Map.of(
            OperationDefinition.Operation.QUERY, "query",
            OperationDefinition.Operation.MUTATION, "mutation",
            OperationDefinition.Operation.SUBSCRIPTION, "subscription"));

    static PreparedOperation invalid(List<GraphQLError> errors) {
        return new PreparedOperation(null, null, 0, errors);
    }

    /** The name of the operation; null if it is anonymous or unknown. */
    public String name() {
        return definition == null ? null : definition.getName();
    }

    /** The type of the operation: {@code query}, {@code mutation} or {@code subscription}; null if it is unknown. */
    public String type() {
        return definition == null ? null : TYPES.get(definition.getOperation());
    }

    public boolean isQuery() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.QUERY;
    }

    /** Returns whether the operation is a mutation. Only editors receive its errors. */
    public boolean isMutation() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    public boolean isSubscription() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
