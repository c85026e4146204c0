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

    private static final Map<OperationDefinition.Operation, String> KINDS = new EnumMap<>(Map.of(
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

    /** What it is, as documents write it: query, mutation or subscription; null where it is not known. */
    public String kind() {
        return definition == null ? null : KINDS.get(definition.getOperation());
    }

    public boolean isQuery() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.QUERY;
    }

    /** Whether it changes data. Its errors are sent to editors only. */
    public boolean isMutation() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    public boolean isSubscription() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
