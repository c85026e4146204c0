package org.bluehelmets.websocket;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.bluehelmets.execution.CodedGraphQLError;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.execution.SubscriptionResult;
import org.bluehelmets.http.PersistedDocumentStore;
import org.bluehelmets.http.RequestParameters;
import org.bluehelmets.http.RequestTask;
import org.bluehelmets.observability.Outcome;

/**
 * An operation over a WebSocket connection, from its request to its last message: one answer, or one for each event. It
 * is executed on the workers' threads; all else happens on the connection's event loop.
 */
final class GraphQLWsOperation implements MultiSubscriber<Object> {

    /** What a message has for a status of HTTP: that the protocol is another. */
    private static final int SWITCHED = 101;

    private final GraphQLWsConnection connection;
    private final String id;
    private final GraphQLWsContext common;
    private final RequestParameters body;
    private final int size;
    private GraphQLRequest request;
    private PreparedOperation operation;
    private boolean trusted;
    private RequestTask work;
    private Flow.Subscription events;
    private boolean hasPlace;
    private boolean waiting;
    private boolean ended;

    /** @param size the characters of the message that the body came in */
    GraphQLWsOperation(
            GraphQLWsConnection connection, String id, GraphQLWsContext common, RequestParameters body, int size) {
        this.connection = connection;
        this.id = id;
        this.common = common;
        this.body = body;
        this.size = size;
    }

    private RequestTask work() {
        RequestTask begun = new RequestTask(common.observe(), common.watch, connection.eventLoop());
        if (operation != null) {
            begun.observation.is(operation, trusted);
        }
        if (connection.mayHaveWritten()) {
            begun.execution.requireOwnWrites();
        }
        work = begun;
        return begun;
    }

    private void on(Executor executor, RequestTask current, Runnable next) {
        current.on(
                executor,
                next,
                () -> {
                    RequestError overloaded = common.workers.overloaded();
                    end(current, ErrorCode.OVERLOADED, 0, () -> refuse(overloaded));
                },
                failure -> {
                    Log.error("an operation over WebSocket has failed", failure);
                    end(current, ErrorCode.INTERNAL, 0, () -> refuse(failed()));
                });
    }

    /** @param next is done where the client still waits for it */
    private void end(RequestTask current, String outcome, int bytes, Runnable next) {
        current.end(() -> {
            work = null;
            current.observation.finished(ended ? 0 : SWITCHED, bytes, ended ? Outcome.CLIENT_DISCONNECTED : outcome);
            boolean first = events == null;
            if (!ended) {
                next.run();
            }
            if (first) {
                connection.begun();
            }
        });
    }

    /** Sends what an execution gave: a value, or only errors. After those of one event there may be others. */
    private void answer(RequestTask current, ExecutionResult result, Runnable next) {
        if (result.isDataPresent() || isListening()) {
            String message = GraphQLWsProtocol.message("next", id, result.toSpecification());
            end(current, Outcome.of(result.getErrors()), ByteBufUtil.utf8Bytes(message), () -> {
                connection.send(message);
                next.run();
            });
        } else {
            refuse(current, result.getErrors());
        }
    }

    private void refuse(RequestTask current, List<? extends GraphQLError> errors) {
        end(current, Outcome.of(List.copyOf(errors)), 0, () -> refuse(errors));
    }

    void begin() {
        RequestTask first = work().watched();
        on(common.workers.readers(), first, () -> answer(first));
    }

    private void answer(RequestTask first) {
        try {
            PersistedDocumentStore.Found document = common.documents.document(body);
            request = new GraphQLRequest(document.text(), body.operationName(), body.variables());
            trusted = document.trusted();
        } catch (PersistedDocumentStore.Refused e) {
            refuse(first, List.of(e.refusal.error()));
            return;
        }
        operation = common.preparer.prepare(request);
        first.observation.is(operation, trusted);
        if (!operation.errors().isEmpty() && !operation.isMutation()) {
            refuse(first, operation.errors());
        } else if (operation.isQuery()) {
            answer(first, common.queries.execute(request, operation, first.execution), this::complete);
        } else if (operation.isSubscription()) {
            subscribe(first);
        } else {
            connection.onEventLoop(() -> change(first));
        }
    }

    /** Who it is, is looked at with each mutation: tokens expire. */
    private void change(RequestTask first) {
        common.callers.editor(connection.request(), (caller, refusal) -> {
            if (refusal != null) {
                refuse(first, List.of(refusal.error()));
            } else if (!operation.errors().isEmpty()) {
                refuse(first, operation.errors());
            } else {
                on(common.workers.writer(), first, () -> {
                    ExecutionResult result = common.mutations.answer(request, operation, first.execution, caller);
                    answer(first, result, this::complete);
                });
            }
        });
    }

    private void subscribe(RequestTask first) {
        int characters = Math.max(size, request.query().length());
        int allowed = common.limits.subscriptionSize();
        if (characters > allowed) {
            refuse(
                    first,
                    List.of(exceeded(
                            "The subscription has %s characters; at most %s are allowed".formatted(characters, allowed),
                            "subscription-size",
                            allowed,
                            characters)));
            return;
        }
        if (!common.take()) {
            RequestError full = RequestError.overloaded(
                    "The service has as many subscriptions as it may; try again later",
                    "subscriptions",
                    common.limits.subscriptions());
            refuse(first, List.of(full.error()));
            return;
        }
        SubscriptionResult begun = null;
        try {
            begun = common.subscriptionExecutor.subscribe(request, operation, first.execution);
        } finally {
            if (begun == null || begun.events() == null) {
                common.giveBack();
            }
        }
        if (begun.events() == null) {
            refuse(first, begun.errors());
            return;
        }
        Multi<?> stream = begun.events();
        first.end(() -> {
            work = null;
            first.observation.finished(ended ? 0 : SWITCHED, 0, ended ? Outcome.CLIENT_DISCONNECTED : Outcome.OK);
            if (ended) {
                common.giveBack();
            } else {
                hasPlace = true;
                listen(stream);
            }
            connection.begun();
        });
    }

    private <T> void listen(Multi<T> multi) {
        multi.onOverflow().buffer(common.limits.subscriptionBuffer()).subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        events = subscription;
        subscription.request(1);
    }

    /** One at a time: the next is asked for when the client can take it. */
    @Override
    public void onItem(Object event) {
        connection.onEventLoop(() -> {
            if (!ended) {
                RequestTask told = work();
                on(common.workers.teller(), told, () -> {
                    told.watched();
                    answer(told, common.tell(event, request, operation, told.execution), this::next);
                });
            }
        });
    }

    private void next() {
        if (connection.isFull()) {
            waiting = true;
        } else {
            events.request(1);
        }
    }

    /** The client has taken what it was sent. */
    void drained() {
        if (waiting) {
            waiting = false;
            events.request(1);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        connection.onEventLoop(() -> {
            if (failure instanceof BackPressureFailure) {
                int allowed = common.limits.subscriptionBuffer();
                refuse(List.of(exceeded(
                        "More than %s changes were waiting for you to take those before; read what there is now, and subscribe anew"
                                .formatted(allowed),
                        "subscription-buffer",
                        allowed,
                        allowed + 1)));
            } else {
                Log.error("a subscription has failed", failure);
                refuse(failed());
            }
        });
    }

    @Override
    public void onCompletion() {
        connection.onEventLoop(this::complete);
    }

    private void complete() {
        if (!ended) {
            connection.send("complete", id, null);
            stop();
        }
    }

    private static CodedGraphQLError exceeded(String message, String limit, int allowed, int value) {
        return new CodedGraphQLError(
                message, Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", limit, "allowed", allowed, "value", value));
    }

    private static RequestError failed() {
        return RequestError.of(500, ErrorCode.INTERNAL, "The service failed to answer this; its log tells why");
    }

    void refuse(RequestError refusal) {
        refuse(List.of(refusal.error()));
    }

    private void refuse(List<? extends GraphQLError> errors) {
        if (!ended) {
            connection.send(
                    "error",
                    id,
                    errors.stream().map(GraphQLError::toSpecification).toList());
            stop();
        }
    }

    /** Whether it is a subscription that has begun. */
    boolean isListening() {
        return events != null;
    }

    /** Ends it without a word: the client knows. */
    void stop() {
        if (ended) {
            return;
        }
        ended = true;
        connection.ended(id, this);
        if (work != null) {
            work.hungUp();
        }
        if (events != null) {
            events.cancel();
        }
        if (hasPlace) {
            common.giveBack();
        }
    }
}
