package org.bluehelmets.websocket;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.bluehelmets.execution.CodedGraphQLError;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.execution.SubscriptionResult;
import org.bluehelmets.http.PersistedDocumentStore;
import org.bluehelmets.http.RequestContext;
import org.bluehelmets.http.RequestParameters;
import org.bluehelmets.observability.Outcome;

/**
 * An operation over WebSocket, from its message {@code subscribe} to its last message. It executes on the threads of
 * {@link org.bluehelmets.http.RequestExecutors}; its state belongs to the connection's event loop.
 */
final class GraphQLWsOperation {

    /** The status in the access log, because messages have none. */
    private static final int SWITCHING_PROTOCOLS = 101;

    private final GraphQLWsConnection connection;
    private final String id;
    private final GraphQLWsContext shared;
    private final RequestParameters parameters;
    private final int messageLength;
    private GraphQLRequest request;
    private PreparedOperation operation;
    private boolean trusted;
    private RequestContext current;
    private GraphQLWsSubscription subscription;
    private boolean completed;

    /** @param messageLength of the message with the parameters, in characters */
    GraphQLWsOperation(
            GraphQLWsConnection connection,
            String id,
            GraphQLWsContext shared,
            RequestParameters parameters,
            int messageLength) {
        this.connection = connection;
        this.id = id;
        this.shared = shared;
        this.parameters = parameters;
        this.messageLength = messageLength;
    }

    void start() {
        RequestContext context = createContext();
        context.startTimeout();
        execute(context, shared.executors.queries(), () -> prepare(context));
    }

    private RequestContext createContext() {
        RequestContext context = shared.contexts.create(connection.eventLoop());
        if (operation != null) {
            context.observation().setOperation(operation, trusted);
        }
        if (connection.mayHaveWritten()) {
            context.token().requireOwnWrites();
        }
        current = context;
        return context;
    }

    private void execute(RequestContext context, Executor executor, Runnable task) {
        context.execute(
                executor,
                task,
                () -> {
                    RequestError overloaded = shared.executors.overloaded();
                    finish(context, ErrorCode.OVERLOADED, 0, () -> reject(overloaded));
                },
                failure -> {
                    Log.error("An operation over WebSocket failed", failure);
                    finish(context, ErrorCode.INTERNAL, 0, this::rejectFailure);
                });
    }

    /** Prepares the operation and executes it unless it is a mutation. */
    private void prepare(RequestContext context) {
        try {
            PersistedDocumentStore.Document document = shared.documents.resolve(parameters);
            request = new GraphQLRequest(document.text(), parameters.operationName(), parameters.variables());
            trusted = document.trusted();
        } catch (PersistedDocumentStore.RejectedException e) {
            finishWithErrors(context, List.of(e.error().error()));
            return;
        }
        operation = shared.preparer.prepare(request);
        context.observation().setOperation(operation, trusted);
        if (!operation.errors().isEmpty() && !operation.isMutation()) {
            finishWithErrors(context, operation.errors());
        } else if (operation.isQuery()) {
            ExecutionResult result = shared.queries.execute(request, operation, context.token());
            finishWithResult(context, result, this::complete);
        } else if (operation.isSubscription()) {
            subscribe(context);
        } else {
            connection.runOnEventLoop(() -> executeMutation(context));
        }
    }

    /** Authenticates the client for each mutation, because tokens expire. */
    private void executeMutation(RequestContext context) {
        shared.authenticator.authenticateEditor(connection.http(), (editor, error) -> {
            if (error != null) {
                finishWithErrors(context, List.of(error.error()));
            } else if (!operation.errors().isEmpty()) {
                finishWithErrors(context, operation.errors());
            } else {
                execute(context, shared.executors.mutations(), () -> {
                    ExecutionResult result = shared.mutations.execute(request, operation, context.token(), editor);
                    finishWithResult(context, result, this::complete);
                });
            }
        });
    }

    private void subscribe(RequestContext context) {
        int length = Math.max(messageLength, request.query().length());
        int maxLength = shared.limits.subscriptionSize();
        if (length > maxLength) {
            finishWithErrors(
                    context,
                    List.of(limitExceeded(
                            "The subscription must have at most %s characters, but has %s".formatted(maxLength, length),
                            "subscription-size",
                            maxLength,
                            length)));
            return;
        }
        if (!shared.acquireSubscription()) {
            RequestError error = RequestError.overloaded(
                    "The server has too many subscriptions; retry later",
                    "subscriptions",
                    shared.limits.subscriptions());
            finishWithErrors(context, List.of(error.error()));
            return;
        }
        SubscriptionResult result = null;
        try {
            result = shared.subscriptionExecutor.subscribe(request, operation, context.token());
        } finally {
            if (result == null || result.events() == null) {
                shared.releaseSubscription();
            }
        }
        if (result.events() == null) {
            finishWithErrors(context, result.errors());
            return;
        }
        Multi<?> events = result.events();
        context.finish(() -> {
            current = null;
            observe(context, Outcome.OK, 0);
            if (completed) {
                shared.releaseSubscription();
            } else {
                subscription = new GraphQLWsSubscription(this, connection, shared.limits.subscriptionBuffer());
                subscription.start(events);
                shared.onSubscriptionStarted();
            }
            connection.onExecuted();
        });
    }

    /**
     * Executes the subscription for an event. The timeout starts with the execution, not while the event is queued.
     *
     * @param next runs after the result is sent
     */
    void executeEvent(Object event, Runnable next) {
        if (!completed) {
            RequestContext context = createContext();
            execute(context, shared.executors.events(), () -> {
                context.startTimeout();
                finishWithResult(context, shared.executeEvent(event, request, operation, context.token()), next);
            });
        }
    }

    /** Sends the result. An event whose result has errors only does not end the subscription. */
    private void finishWithResult(RequestContext context, ExecutionResult result, Runnable next) {
        if (result.isDataPresent() || isSubscribed()) {
            String message = GraphQLWsProtocol.message("next", id, result.toSpecification());
            finish(context, Outcome.of(result.getErrors()), ByteBufUtil.utf8Bytes(message), () -> {
                connection.send(message);
                next.run();
            });
        } else {
            finishWithErrors(context, result.getErrors());
        }
    }

    private void finishWithErrors(RequestContext context, List<? extends GraphQLError> errors) {
        finish(context, Outcome.of(List.copyOf(errors)), 0, () -> reject(errors));
    }

    /** @param response runs if the client still waits for it */
    private void finish(RequestContext context, String outcome, int bytes, Runnable response) {
        context.finish(() -> {
            current = null;
            observe(context, outcome, bytes);
            boolean wasSubscribed = isSubscribed();
            if (!completed) {
                response.run();
            }
            if (!wasSubscribed) {
                connection.onExecuted();
            }
        });
    }

    private void observe(RequestContext context, String outcome, int bytes) {
        if (completed) {
            context.observation().finish(0, bytes, Outcome.CLIENT_DISCONNECTED);
        } else {
            context.observation().finish(SWITCHING_PROTOCOLS, bytes, outcome);
        }
    }

    /** Whether it is a subscription that has started. */
    boolean isSubscribed() {
        return subscription != null;
    }

    void onDrained() {
        if (isSubscribed()) {
            subscription.onDrained();
        }
    }

    void complete() {
        if (!completed) {
            connection.send("complete", id, null);
            cancel();
        }
    }

    void reject(RequestError error) {
        reject(List.of(error.error()));
    }

    void rejectFailure() {
        reject(RequestError.of(500, ErrorCode.INTERNAL, "The server failed to execute the operation; see its log"));
    }

    /** @param bufferSize the limit of events that wait for the client */
    void rejectOverflow(int bufferSize) {
        reject(List.of(limitExceeded(
                "More than %s events were waiting for the client; query the current data and subscribe again"
                        .formatted(bufferSize),
                "subscription-buffer",
                bufferSize,
                bufferSize + 1)));
    }

    private void reject(List<? extends GraphQLError> errors) {
        if (!completed) {
            connection.send(
                    "error",
                    id,
                    errors.stream().map(GraphQLError::toSpecification).toList());
            cancel();
        }
    }

    private static CodedGraphQLError limitExceeded(String message, String limit, int allowed, int value) {
        return new CodedGraphQLError(
                message, Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", limit, "allowed", allowed, "value", value));
    }

    /** Ends the operation without a message. */
    void cancel() {
        if (completed) {
            return;
        }
        completed = true;
        connection.remove(id, this);
        if (current != null) {
            current.onClientDisconnected();
        }
        if (isSubscribed()) {
            subscription.cancel();
            shared.onSubscriptionEnded();
            shared.releaseSubscription();
        }
    }
}
