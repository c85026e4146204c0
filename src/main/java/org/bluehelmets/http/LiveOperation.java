package org.bluehelmets.http;

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
import java.util.concurrent.RejectedExecutionException;
import org.bluehelmets.execution.Begun;
import org.bluehelmets.execution.CodedError;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.Execution;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.Operation;
import org.bluehelmets.observing.Observation;
import org.bluehelmets.observing.Outcome;

/**
 * An operation over a WebSocket connection, from its request to its last message: one answer, or one for each event. It
 * is executed on the workers' threads; all else happens on the connection's event loop.
 */
final class LiveOperation implements MultiSubscriber<Object> {

    /** What a message has for a status of HTTP: that the protocol is another. */
    private static final int SWITCHED = 101;

    private final LiveConnection connection;
    private final String id;
    private final LiveOperations common;
    private final RequestBody body;
    private GraphQLRequest request;
    private Operation operation;
    private boolean trusted;
    private Step step;
    private Flow.Subscription events;
    private boolean hasPlace;
    private boolean waiting;
    private boolean ended;

    LiveOperation(LiveConnection connection, String id, LiveOperations common, RequestBody body) {
        this.connection = connection;
        this.id = id;
        this.common = common;
        this.body = body;
    }

    /** One execution on the way through threads: of the request, or of an event. */
    private final class Step {

        final Observation observation = common.observe();
        final Execution execution = new Execution();
        private volatile Watch.Over watched;

        Step() {
            if (operation != null) {
                observation.is(operation, trusted);
            }
        }

        /** From here on it takes time: the client's where it has asked, and not before its turn where it is told. */
        void watch() {
            watched = common.watch.over(execution);
        }

        void hungUp() {
            if (watched != null) {
                watched.hungUp();
            } else {
                execution.breakOff(Execution.Cause.HANG_UP);
            }
        }

        void unwatch() {
            if (watched != null) {
                watched.close();
            }
        }

        void on(Executor executor, Runnable work) {
            try {
                executor.execute(() -> {
                    try {
                        work.run();
                    } catch (Throwable e) {
                        // nobody else answers the client
                        Log.error("an operation over WebSocket has failed", e);
                        end(ErrorCode.INTERNAL, 0, () -> LiveOperation.this.refuse(failed()));
                    }
                });
            } catch (RejectedExecutionException e) {
                Refusal overloaded = common.workers.overloaded();
                end(ErrorCode.OVERLOADED, 0, () -> LiveOperation.this.refuse(overloaded));
            }
        }

        /** @param next is done where the client still waits for it */
        void end(String outcome, int bytes, Runnable next) {
            unwatch();
            observation.sent(execution.statements());
            connection.onEventLoop(() -> {
                step = null;
                observation.finished(ended ? 0 : SWITCHED, bytes, ended ? Outcome.HANG_UP : outcome);
                if (!ended) {
                    next.run();
                }
                if (events == null) {
                    connection.begun();
                }
            });
        }

        /** Sends what an execution gave: a value, or only errors. After those of one event there may be others. */
        void answer(ExecutionResult result, Runnable next) {
            if (result.isDataPresent() || isListening()) {
                String message = LiveConnection.message("next", id, result.toSpecification());
                end(Outcome.of(result.getErrors()), ByteBufUtil.utf8Bytes(message), () -> {
                    connection.send(message);
                    next.run();
                });
            } else {
                refuse(result.getErrors());
            }
        }

        void refuse(List<? extends GraphQLError> errors) {
            end(Outcome.of(List.copyOf(errors)), 0, () -> LiveOperation.this.refuse(errors));
        }
    }

    void begin() {
        Step first = new Step();
        first.watch();
        step = first;
        first.on(common.workers.readers(), () -> answer(first));
    }

    private void answer(Step first) {
        try {
            PersistedDocuments.Found document = common.documents.document(body);
            request = new GraphQLRequest(document.text(), body.operationName(), body.variables());
            trusted = document.trusted();
        } catch (PersistedDocuments.Refused e) {
            first.refuse(List.of(e.refusal.error()));
            return;
        }
        operation = common.engine.prepare(request);
        first.observation.is(operation, trusted);
        if (!operation.errors().isEmpty()) {
            first.refuse(operation.errors());
        } else if (operation.isQuery()) {
            first.answer(common.engine.execute(request, operation, first.execution, version -> false), this::complete);
        } else if (operation.isSubscription()) {
            subscribe(first);
        } else {
            connection.onEventLoop(() -> change(first));
        }
    }

    private void change(Step first) {
        common.editor(connection.request(), (caller, refusal) -> {
            if (refusal != null) {
                first.refuse(List.of(refusal.error()));
            } else {
                first.on(
                        common.workers.writer(),
                        () -> first.answer(
                                common.mutations.answer(request, operation, first.execution, caller), this::complete));
            }
        });
    }

    private void subscribe(Step first) {
        if (!common.take()) {
            int allowed = common.limits.subscriptions();
            first.refuse(List.of(Refusal.overloaded(
                            "The service has as many subscriptions as it may; try again later",
                            "subscriptions",
                            allowed)
                    .error()));
            return;
        }
        Begun begun = null;
        try {
            begun = common.engine.subscribe(request, operation, first.execution);
        } finally {
            if (begun == null || begun.events() == null) {
                common.giveBack();
            }
        }
        if (begun.events() == null) {
            first.refuse(begun.errors());
            return;
        }
        Multi<?> stream = begun.events();
        first.unwatch();
        first.observation.sent(first.execution.statements());
        connection.onEventLoop(() -> {
            step = null;
            first.observation.finished(ended ? 0 : SWITCHED, 0, ended ? Outcome.HANG_UP : Outcome.OK);
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
        multi.onOverflow().buffer(common.limits.unsentChanges()).subscribe(this);
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
                Step told = new Step();
                step = told;
                told.on(common.workers.teller(), () -> {
                    told.watch();
                    told.answer(common.tell(event, request, operation, told.execution), this::next);
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
                int allowed = common.limits.unsentChanges();
                refuse(List.of(new CodedError(
                        "More than %d changes were waiting for you to take those before; read what there is now, and subscribe anew"
                                .formatted(allowed),
                        Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", "unsent-changes", "allowed", allowed))));
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

    private static Refusal failed() {
        return Refusal.of(500, ErrorCode.INTERNAL, "The service failed to answer this; its log tells why");
    }

    void refuse(Refusal refusal) {
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
        if (step != null) {
            step.hungUp();
        }
        if (events != null) {
            events.cancel();
        }
        if (hasPlace) {
            common.giveBack();
        }
    }
}
