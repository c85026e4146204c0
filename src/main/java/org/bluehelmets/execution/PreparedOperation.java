package org.bluehelmets.execution;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An operation that was looked at.
 *
 * @param document null where it cannot be executed
 * @param definition null where there is none: the document is wrong, or has none of that name
 * @param cost how many values its answer may have at most
 * @param errors why it cannot be executed; empty where it can
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

    /** The name that its document gives it; null where it has none, or is not known. */
    public String name() {
        return definition == null ? null : definition.getName();
    }

    /** What it is, as documents write it: query, mutation or subscription; null where it is not known. */
    public String kind() {
        return definition == null ? null : KINDS.get(definition.getOperation());
    }

    /** Whether it only reads. */
    public boolean isQuery() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.QUERY;
    }

    /** Whether it changes data. Only its editor learns what is wrong with it. */
    public boolean isMutation() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    /** Whether it is told of events to come. */
    public boolean isSubscription() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
