package org.bluehelmets.execution;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;

/**
 * An operation that was looked at.
 *
 * @param document null where it cannot be executed
 * @param definition null where it cannot be executed
 * @param cost how many values its answer may have at most
 * @param errors why it cannot be executed; empty where it can
 */
public record Operation(Document document, OperationDefinition definition, long cost, List<GraphQLError> errors) {

    static Operation refused(List<GraphQLError> errors) {
        return new Operation(null, null, 0, errors);
    }

    /** Whether it only reads. */
    public boolean isQuery() {
        return definition != null && definition.getOperation() == OperationDefinition.Operation.QUERY;
    }
}
