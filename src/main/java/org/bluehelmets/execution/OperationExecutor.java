package org.bluehelmets.execution;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.dataloading.RequestCaches;

/** Executes prepared operations with graphql-java and maps their errors. */
@ApplicationScoped
class OperationExecutor {

    private final GraphQL graphQL;
    private final LimitsConfig limits;

    OperationExecutor(GraphQLSchema schema, LimitsConfig limits) {
        ErrorMapper errors = new ErrorMapper();
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(errors)
                .subscriptionExecutionStrategy(new SubscriptionEventStrategy(errors))
                .instrumentation(new IntrospectionArguments())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        this.limits = limits;
    }

    /** A result without data. */
    static ExecutionResult failed(GraphQLError error) {
        return ExecutionResult.newExecutionResult().addError(error).build();
    }

    ExecutionInput input(
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken token,
            RequestTransaction transaction) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                // MessageSanitizer parses English messages
                .locale(Locale.ROOT)
                .dataLoaderRegistry(RequestCaches.of(transaction).dataLoaders())
                .graphQLContext(Map.of(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(operation.document()),
                        CancellationToken.class,
                        token,
                        // QueryComplexity limits introspection; the library's check rejects two types side by side
                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                        true))
                .build();
    }

    ExecutionResult execute(ExecutionInput input, CancellationToken token) {
        return mapErrors(executeUnmapped(input), token);
    }

    /** Returns the result with the library's errors. */
    ExecutionResult executeUnmapped(ExecutionInput input) {
        return graphQL.execute(input);
    }

    /** Replaces the library's errors by those that clients see, and logs internal errors. */
    ExecutionResult mapErrors(ExecutionResult result, CancellationToken token) {
        if (token.isCancelled()) {
            return failed(ErrorMapper.timeout(limits));
        }
        Optional<GraphQLError> unavailable = result.getErrors().stream()
                .filter(error -> CodedGraphQLError.is(error, ErrorCode.UNAVAILABLE))
                .findFirst();
        if (unavailable.isPresent()) {
            // without the data that was read before the database failed
            return failed(unavailable.get());
        }
        return result.getErrors().isEmpty()
                ? result
                : result.transform(mapped -> mapped.errors(
                        result.getErrors().stream().map(ErrorMapper::toCoded).toList()));
    }
}
