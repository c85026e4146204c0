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
import org.bluehelmets.execution.Documents.Prepared;
import org.bluehelmets.loading.UnitOfWork;
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
    private final Documents documents;
    private volatile String printed;

    GraphQLEngine(
            GraphQLSchema schema,
            SessionFactory sessions,
            DataSource dataSource,
            ReadReplica replica,
            LimitsConfig limits,
            Clock clock) {
        this.schema = schema;
        ErrorShaping failures = new ErrorShaping();
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(failures)
                .subscriptionExecutionStrategy(new EventExecution(failures))
                .instrumentation(new IntrospectionArguments())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.replica = replica;
        this.limits = limits;
        this.clock = clock;
        this.documents = new Documents(schema, limits);
    }

    /** How often a document had been read before. */
    public Lookups preparedDocuments() {
        return documents.lookups();
    }

    /** The schema in GraphQL's own language. */
    public String printedSchema() {
        // not at the start, which need not wait for it
        if (printed == null) {
            printed = ExecutedSchema.printed(schema);
        }
        return printed;
    }

    /**
     * Checks a request without executing it: whether its document can be executed, its operation is there and its variables
     * fit, and what it would cost.
     */
    public Operation prepare(GraphQLRequest request) {
        try {
            Prepared prepared = documents.prepare(request.query());
            if (!prepared.errors().isEmpty()) {
                return Operation.refused(prepared.errors());
            }
            OperationDefinition definition =
                    NodeUtil.getOperation(prepared.document(), request.operationName()).operationDefinition;
            VariableValues variables = VariableValues.of(schema, definition, request.variables());
            List<CodedError> wrong = variables.errors().isEmpty()
                    ? NullVariables.find(schema, prepared.document(), definition, variables.values())
                    : variables.errors();
            if (!wrong.isEmpty()) {
                return new Operation(prepared.document(), definition, 0, List.copyOf(wrong));
            }
            Limit cost = new Limit(
                    "cost", limits.cost(), Cost.of(schema, prepared.document(), definition, variables.values()));
            return new Operation(
                    prepared.document(),
                    definition,
                    cost.value(),
                    cost.isExceeded() ? List.of(cost.error()) : List.of());
        } catch (UnknownOperationException e) {
            return Operation.refused(List.of(ErrorShaping.shaped(e)));
        } catch (RuntimeException | StackOverflowError e) {
            return Operation.refused(List.of(ErrorShaping.internal(e, "the document")));
        }
    }

    /**
     * Answers a request. Whatever goes wrong is in the result's errors; nothing is thrown.
     *
     * @param operation what {@link #prepare} made of the request, without errors
     * @param unlessSeen is told the version of the data and the day, which both decide the answer; where it says true, nothing is executed and the answer is null
     */
    public ExecutionResult execute(
            GraphQLRequest request, Operation operation, Execution execution, Function<String, Boolean> unlessSeen) {
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
    public Begun subscribe(GraphQLRequest request, Operation operation, Execution execution) {
        return read(
                execution,
                unit -> {
                    ExecutionInput input = input(request, operation, execution, unit);
                    ExecutionResult result = graphQL.execute(input);
                    Multi<?> events = SubscriptionFetcher.stream(input.getGraphQLContext());
                    // where there is a stream, that it is no value is all that was wrong
                    return events != null && execution.brokenOff() == null
                            ? new Begun(events, List.of())
                            : new Begun(null, shaped(result, execution).getErrors());
                },
                Begun::errors,
                failure -> new Begun(null, failure.getErrors()));
    }

    /**
     * What a subscription is told of an event, by the state of the data now. Whatever goes wrong is in the result's
     * errors; nothing is thrown.
     *
     * @param event one of those that {@link #subscribe} has begun to listen to
     */
    public ExecutionResult executeEvent(
            GraphQLRequest request, Operation operation, Execution execution, Object event) {
        return read(
                execution,
                unit -> {
                    ExecutionInput input = input(request, operation, execution, unit);
                    SubscriptionFetcher.putEvent(input.getGraphQLContext(), event);
                    return execute(input, execution);
                },
                ExecutionResult::getErrors,
                Function.identity());
    }

    private <T> T read(
            Execution execution,
            Function<UnitOfWork, T> work,
            Function<T, List<GraphQLError>> errors,
            Function<ExecutionResult, T> failure) {
        return read(execution, work, errors, failure, execution.seesAllChanges() ? null : replica);
    }

    /** @param from what may be read besides the primary, which is read where that fails; null for nothing */
    private <T> T read(
            Execution execution,
            Function<UnitOfWork, T> work,
            Function<T, List<GraphQLError>> errors,
            Function<ExecutionResult, T> failure,
            ReadReplica from) {
        if (execution.brokenOff() != null) {
            // while it was waiting, or being read
            return failure.apply(brokenOff());
        }
        boolean ofReplica = false;
        T answer;
        try (UnitOfWork unit = UnitOfWork.begin(sessions, dataSource, from)) {
            execution.stoppedBy(unit::stop);
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
                        .anyMatch(error -> isOutage(error) || CodedError.is(error, ErrorCode.INTERNAL));
        return ofReplica && failed ? read(execution, work, errors, failure, null) : answer;
    }

    private static boolean isOutage(GraphQLError error) {
        return CodedError.is(error, ErrorCode.UNAVAILABLE);
    }

    private static void ended(Execution execution, UnitOfWork unit) {
        execution.sent(unit.statements());
        // before the connection goes back: what stops this must not stop its next user
        execution.stoppedBy(null);
    }

    /**
     * Executes mutations, in one transaction: where there is any error, or the request is broken off, nothing is changed,
     * and the answer has no data. Nothing is thrown.
     *
     * @param operation what {@link #prepare} made of the request, without errors
     * @param editor who changes the data
     */
    public <T> T change(
            GraphQLRequest request, Operation operation, Execution execution, String editor, Answering<T> answering) {
        if (execution.brokenOff() != null) {
            return answering.of(brokenOff());
        }
        try (UnitOfWork unit = UnitOfWork.beginWriting(sessions, dataSource, replica, editor)) {
            execution.stoppedBy(unit::stop);
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
                execution.stoppedBy(null);
                unit.commit();
                return answer;
            } finally {
                ended(execution, unit);
            }
        } catch (RuntimeException | StackOverflowError e) {
            return answering.of(failed(execution, e));
        }
    }

    private ExecutionResult execute(GraphQLRequest request, Operation operation, Execution execution, UnitOfWork unit) {
        return execute(input(request, operation, execution, unit), execution);
    }

    private static ExecutionInput input(
            GraphQLRequest request, Operation operation, Execution execution, UnitOfWork unit) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                // ErrorShaping reads the library's messages
                .locale(Locale.ROOT)
                .dataLoaderRegistry(unit.loaders())
                .graphQLContext(Map.of(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(operation.document()),
                        Execution.class,
                        execution,
                        // Cost counts introspection with its lists; the library's guard refuses two types side by side
                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                        true))
                .build();
    }

    private ExecutionResult execute(ExecutionInput input, Execution execution) {
        return shaped(graphQL.execute(input), execution);
    }

    private ExecutionResult shaped(ExecutionResult result, Execution execution) {
        if (execution.brokenOff() != null) {
            return brokenOff();
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
                        result.getErrors().stream().map(ErrorShaping::shaped).toList()));
    }

    private ExecutionResult brokenOff() {
        return failed(ErrorShaping.tookTooLong(limits.time()));
    }

    private ExecutionResult failed(Execution execution, Throwable failure) {
        return execution.brokenOff() != null ? brokenOff() : failed(ErrorShaping.failure(failure, "the request"));
    }

    private static ExecutionResult failed(GraphQLError error) {
        return ExecutionResult.newExecutionResult().addError(error).build();
    }
}
