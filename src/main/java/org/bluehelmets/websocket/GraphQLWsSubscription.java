package org.bluehelmets.websocket;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow;

/**
 * The event stream of a subscription. It requests one event at a time, when the client can receive the next one; a buffer
 * holds the others.
 */
final class GraphQLWsSubscription implements MultiSubscriber<Object> {

    private final GraphQLWsOperation operation;
    private final GraphQLWsConnection connection;
    private final int bufferSize;
    private Flow.Subscription stream;
    private boolean paused;

    GraphQLWsSubscription(GraphQLWsOperation operation, GraphQLWsConnection connection, int bufferSize) {
        this.operation = operation;
        this.connection = connection;
        this.bufferSize = bufferSize;
    }

    <T> void start(Multi<T> events) {
        events.onOverflow().buffer(bufferSize).subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        stream = subscription;
        subscription.request(1);
    }

    @Override
    public void onItem(Object event) {
        connection.runOnEventLoop(() -> operation.executeEvent(event, this::requestNext));
    }

    private void requestNext() {
        if (connection.isFull()) {
            paused = true;
        } else {
            stream.request(1);
        }
    }

    /** The client can receive events again. */
    void onDrained() {
        if (paused) {
            paused = false;
            stream.request(1);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        connection.runOnEventLoop(() -> {
            if (failure instanceof BackPressureFailure) {
                operation.rejectOverflow(bufferSize);
            } else {
                Log.error("A subscription failed", failure);
                operation.rejectFailure();
            }
        });
    }

    @Override
    public void onCompletion() {
        connection.runOnEventLoop(operation::complete);
    }

    void cancel() {
        if (stream != null) {
            stream.cancel();
        }
    }
}
