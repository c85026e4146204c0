package org.bluehelmets.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.bluehelmets.execution.GraphQLEngine;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.observing.Metrics;
import org.bluehelmets.observing.Observation;
import org.bluehelmets.observing.Observing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operations of all WebSocket connections have in common. No proxy stands before its fields. */
@Singleton
class LiveOperations {

    final GraphQLEngine engine;
    final Mutations mutations;
    final PersistedDocuments documents;
    final Workers workers;
    final Watch watch;
    final LimitsConfig limits;
    private final Callers callers;
    private final Observing observing;
    private final boolean closed;
    private final AtomicInteger subscriptions = new AtomicInteger();

    LiveOperations(
            GraphQLEngine engine,
            Mutations mutations,
            PersistedDocuments documents,
            Workers workers,
            Watch watch,
            LimitsConfig limits,
            Callers callers,
            Observing observing,
            Metrics metrics,
            @ConfigProperty(name = "bluehelmets.access.closed") boolean closed) {
        this.engine = engine;
        this.mutations = mutations;
        this.documents = documents;
        this.workers = workers;
        this.watch = watch;
        this.limits = limits;
        this.callers = callers;
        this.observing = observing;
        this.closed = closed;
        metrics.now("graphql.subscriptions", "Subscriptions that are under way", subscriptions::get);
    }

    Observation observe() {
        return observing.begin();
    }

    /**
     * Looks who has made a connection, where not everybody may read.
     *
     * @param then is told who it is: null for anybody; or why they may not read
     */
    void reader(RoutingContext context, BiConsumer<SecurityIdentity, Refusal> then) {
        if (closed) {
            callers.identify(
                    context,
                    (caller, refusal) ->
                            then.accept(caller, refusal == null ? Callers.refusalToRead(caller) : refusal));
        } else {
            then.accept(null, null);
        }
    }

    /** Looks who has made a connection, and whether they may change data; with each mutation, for tokens expire. */
    void editor(RoutingContext context, BiConsumer<SecurityIdentity, Refusal> then) {
        callers.identify(
                context,
                (caller, refusal) -> then.accept(caller, refusal == null ? Mutations.refusal(caller) : refusal));
    }

    /** Takes a place for a subscription, to be given back; false where all are taken. */
    boolean take() {
        if (subscriptions.incrementAndGet() > limits.subscriptions()) {
            subscriptions.decrementAndGet();
            return false;
        }
        return true;
    }

    void giveBack() {
        subscriptions.decrementAndGet();
    }
}
