package org.bluehelmets.execution;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.UnknownOperationException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.execution.DocumentCache.Prepared;
import org.hibernate.SessionFactory;

/** Executes GraphQL requests, each from beginning to end on the thread that asks for it. */
@ApplicationScoped
public class GraphQLEngine {

    private final GraphQLSchema schema;
    private final GraphQL graphQL;
    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final ReadReplica replica;
    private final LimitsConfig limits;
    private final Clock clock;
    private final DocumentCache documents;
    private volatile String printed;

    GraphQLEngine(
            GraphQLSchema schema,
            SessionFactory sessions,
            DataSource dataSource,
            ReadReplica replica,
            LimitsConfig limits,
            Clock clock) {
        this.schema = schema;
        ErrorMapper failures = new ErrorMapper();
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(failures)
                .subscriptionExecutionStrategy(new SubscriptionEventStrategy(failures))
                .instrumentation(new IntrospectionArguments())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.replica = replica;
        this.limits = limits;
        this.clock = clock;
        this.documents = new DocumentCache(schema, limits);
    }

    /** How often a document had been read before. */
    public CacheStats preparedDocuments() {
        return documents.lookups();
    }

    /** The schema in GraphQL's own language. */
    public String printedSchema() {
        // not at the start, which need not wait for it
        if (printed == null) {
            printed = SchemaCustomizer.printed(schema);
        }
        return printed;
    }

    /**
     * Checks a request without executing it: whether its document can be executed, its operation is there and its variables
     * fit, and what it would cost.
     */
    public PreparedOperation prepare(GraphQLRequest request) {
        try {
            Prepared prepared = documents.prepare(request.query());
            if (!prepared.errors().isEmpty()) {
                return PreparedOperation.refused(prepared.errors());
            }
            OperationDefinition definition =
                    NodeUtil.getOperation(prepared.document(), request.operationName()).operationDefinition;
            VariableValues variables = VariableValues.of(schema, definition, request.variables());
            List<CodedGraphQLError> wrong = variables.errors().isEmpty()
                    ? NullVariableValidator.find(schema, prepared.document(), definition, variables.values())
                    : variables.errors();
            if (!wrong.isEmpty()) {
                return new PreparedOperation(prepared.document(), definition, 0, List.copyOf(wrong));
            }
            LimitCheck cost = new LimitCheck(
                    "cost",
                    limits.cost(),
                    QueryComplexity.of(schema, prepared.document(), definition, variables.values()));
            return new PreparedOperation(
                    prepared.document(),
                    definition,
                    cost.value(),
                    cost.isExceeded() ? List.of(cost.error()) : List.of());
        } catch (UnknownOperationException e) {
            return PreparedOperation.refused(List.of(ErrorMapper.shaped(e)));
        } catch (RuntimeException | StackOverflowError e) {
            return PreparedOperation.refused(List.of(ErrorMapper.internal(e, "the document")));
        }
    }

    /**
     * Answers a request. Whatever goes wrong is in the result's errors; nothing is thrown.
     *
     * @param operation what {@link #prepare} made of the request, without errors
     * @param unlessSeen is told the version of the data and the day, which both decide the answer; where it says true, nothing is executed and the answer is null
     */
    public ExecutionResult execute(
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken execution,
            Function<String, Boolean> unlessSeen) {
        return read(
                execution,
                unit -> unlessSeen.apply(unit.version() + " " + unit.today(clock))
                        ? null
                        : execute(request, operation, execution, unit),
                ExecutionResult::getErrors,
                Function.identity());
    }

    /**
     * Begins a subscription. Nothing is thrown.
     *
     * @param operation what {@link #prepare} made of the request, without errors
     */
    public SubscriptionResult subscribe(
            GraphQLRequest request, PreparedOperation operation, CancellationToken execution) {
        return read(
                execution,
                unit -> {
                    ExecutionInput input = input(request, operation, execution, unit);
                    ExecutionResult result = graphQL.execute(input);
                    Multi<?> events = SubscriptionDataFetcher.stream(input.getGraphQLContext());
                    // where there is a stream, that it is no value is all that was wrong
                    return events != null && !execution.isCancelled()
                            ? new SubscriptionResult(events, List.of())
                            : new SubscriptionResult(
                                    null, shaped(result, execution).getErrors());
                },
                SubscriptionResult::errors,
                failure -> new SubscriptionResult(null, failure.getErrors()));
    }

    /**
     * What a subscription is told of an event, by the state of the data now. Whatever goes wrong is in the result's
     * errors; nothing is thrown.
     *
     * @param event one of those that {@link #subscribe} has begun to listen to
     */
    public ExecutionResult executeEvent(
            GraphQLRequest request, PreparedOperation operation, CancellationToken execution, Object event) {
        return read(
                execution,
                unit -> {
                    ExecutionInput input = input(request, operation, execution, unit);
                    SubscriptionDataFetcher.putEvent(input.getGraphQLContext(), event);
                    return execute(input, execution);
                },
                ExecutionResult::getErrors,
                Function.identity());
    }

    private <T> T read(
            CancellationToken execution,
            Function<RequestTransaction, T> work,
            Function<T, List<GraphQLError>> errors,
            Function<ExecutionResult, T> failure) {
        return read(execution, work, errors, failure, execution.readsOwnWrites() ? null : replica);
    }

    /** @param from what may be read besides the primary, which is read where that fails; null for nothing */
    private <T> T read(
            CancellationToken execution,
            Function<RequestTransaction, T> work,
            Function<T, List<GraphQLError>> errors,
            Function<ExecutionResult, T> failure,
            ReadReplica from) {
        if (execution.isCancelled()) {
            // while it was waiting, or being read
            return failure.apply(cancelled());
        }
        boolean ofReplica = false;
        T answer;
        try (RequestTransaction unit = RequestTransaction.begin(sessions, dataSource, from)) {
            execution.onCancel(unit::stop);
            try {
                answer = work.apply(unit);
            } finally {
                ofReplica = unit.isOfReplica();
                ended(execution, unit);
            }
        } catch (RuntimeException | StackOverflowError e) {
            answer = failure.apply(failed(execution, e));
        }
        // a replica may lack what the primary has: connections, rights, a table; the answer is null where the client
        // has it
        boolean failed = answer != null
                && errors.apply(answer).stream()
                        .anyMatch(error -> isOutage(error) || CodedGraphQLError.is(error, ErrorCode.INTERNAL));
        return ofReplica && failed ? read(execution, work, errors, failure, null) : answer;
    }

    private static boolean isOutage(GraphQLError error) {
        return CodedGraphQLError.is(error, ErrorCode.UNAVAILABLE);
    }

    private static void ended(CancellationToken execution, RequestTransaction unit) {
        execution.recordStatements(unit.statements());
        // before the connection goes back: what stops this must not stop its next user
        execution.onCancel(null);
    }

    /**
     * Executes mutations, in one transaction: where there is any error, or the request is broken off, nothing is changed,
     * and the answer has no data. Nothing is thrown.
     *
     * @param operation what {@link #prepare} made of the request, without errors
     * @param editor who changes the data
     */
    public <T> T change(
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken execution,
            String editor,
            IdempotentResponder<T> answering) {
        if (execution.isCancelled()) {
            return answering.of(cancelled());
        }
        try (RequestTransaction unit = RequestTransaction.beginWriting(sessions, dataSource, replica, editor)) {
            execution.onCancel(unit::stop);
            try {
                T before = answering.before();
                if (before != null) {
                    return before;
                }
                ExecutionResult result = execute(request, operation, execution, unit);
                if (!result.isDataPresent() || !result.getErrors().isEmpty()) {
                    // the client would not see what has become of it
                    return answering.of(ExecutionResult.newExecutionResult()
                            .errors(result.getErrors())
                            .build());
                }
                T answer = answering.of(result);
                answering.keep(answer);
                // from here on it is done
                execution.onCancel(null);
                unit.commit();
                return answer;
            } finally {
                ended(execution, unit);
            }
        } catch (RuntimeException | StackOverflowError e) {
            return answering.of(failed(execution, e));
        }
    }

    private ExecutionResult execute(
            GraphQLRequest request, PreparedOperation operation, CancellationToken execution, RequestTransaction unit) {
        return execute(input(request, operation, execution, unit), execution);
    }

    private static ExecutionInput input(
            GraphQLRequest request, PreparedOperation operation, CancellationToken execution, RequestTransaction unit) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                // ErrorMapper reads the library's messages
                .locale(Locale.ROOT)
                .dataLoaderRegistry(unit.loaders())
                .graphQLContext(Map.of(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(operation.document()),
                        CancellationToken.class,
                        execution,
                        // Cost counts introspection with its lists; the library's guard refuses two types side by side
                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                        true))
                .build();
    }

    private ExecutionResult execute(ExecutionInput input, CancellationToken execution) {
        return shaped(graphQL.execute(input), execution);
    }

    private ExecutionResult shaped(ExecutionResult result, CancellationToken execution) {
        if (execution.isCancelled()) {
            return cancelled();
        }
        Optional<GraphQLError> outage =
                result.getErrors().stream().filter(GraphQLEngine::isOutage).findFirst();
        if (outage.isPresent()) {
            // what was read before is no answer
            return failed(outage.get());
        }
        return result.getErrors().isEmpty()
                ? result
                : result.transform(shaped -> shaped.errors(
                        result.getErrors().stream().map(ErrorMapper::shaped).toList()));
    }

    private ExecutionResult cancelled() {
        return failed(ErrorMapper.tookTooLong(limits.time()));
    }

    private ExecutionResult failed(CancellationToken execution, Throwable failure) {
        return execution.isCancelled() ? cancelled() : failed(ErrorMapper.failure(failure, "the request"));
    }

    private static ExecutionResult failed(GraphQLError error) {
        return ExecutionResult.newExecutionResult().addError(error).build();
    }
}
