package org.bluehelmets.execution;

import graphql.execution.UnknownOperationException;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bluehelmets.execution.DocumentCache.PreparedDocument;

/** Parses, validates and estimates requests before they are executed. */
@ApplicationScoped
public class RequestPreparer {

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final DocumentCache documents;

    RequestPreparer(GraphQLSchema schema, LimitsConfig limits, MeterRegistry registry) {
        this.schema = schema;
        this.limits = limits;
        this.documents = new DocumentCache(schema, limits, registry);
    }

    /**
     * Checks that a request's document is valid, that it has the operation, that the variables fit their types, and that
     * the estimated cost is within the limit. Does not use the database.
     */
    public PreparedOperation prepare(GraphQLRequest request) {
        try {
            PreparedDocument prepared = documents.prepare(request.query());
            if (!prepared.errors().isEmpty()) {
                return PreparedOperation.invalid(prepared.errors());
            }
            OperationDefinition definition =
                    NodeUtil.getOperation(prepared.document(), request.operationName()).operationDefinition;
            VariableValues variables = VariableValues.of(schema, definition, request.variables());
            List<CodedGraphQLError> errors = variables.errors().isEmpty()
                    ? NullVariableValidator.validate(schema, prepared.document(), definition, variables.values())
                    : variables.errors();
            if (!errors.isEmpty()) {
                return new PreparedOperation(prepared.document(), definition, 0, List.copyOf(errors));
            }
            LimitCheck cost = new LimitCheck(
                    "cost",
                    limits.cost(),
                    QueryComplexity.estimate(schema, prepared.document(), definition, variables.values()));
            return new PreparedOperation(
                    prepared.document(),
                    definition,
                    cost.value(),
                    cost.isExceeded() ? List.of(cost.error()) : List.of());
        } catch (UnknownOperationException e) {
            return PreparedOperation.invalid(List.of(ErrorMapper.toCoded(e)));
        } catch (RuntimeException | StackOverflowError e) {
            return PreparedOperation.invalid(List.of(ErrorMapper.internal(e, "the document")));
        }
    }
}
