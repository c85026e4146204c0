package org.bluehelmets.websocket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.QueryExecutor;
import org.bluehelmets.execution.RequestPreparer;
import org.bluehelmets.execution.SubscriptionExecutor;
import org.bluehelmets.http.MutationHandler;
import org.bluehelmets.http.PersistedDocumentStore;
import org.bluehelmets.http.RequestExecutors;
import org.bluehelmets.http.RequestTimeouts;
import org.bluehelmets.observability.RequestMetrics;
import org.bluehelmets.observability.RequestObservation;
import org.bluehelmets.observability.RequestObserver;
import org.bluehelmets.security.RequestAuthenticator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operations of all WebSocket connections have in common. No proxy stands before its fields. */
@Singleton
class GraphQLWsContext {

    /** Front ends have few documents: so many answers of different ones are kept for the next subscriber. */
    private static final int SHARED = 16;

    /** Long enough to tell all subscribers of a change, and not much longer. */
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    final RequestPreparer preparer;
    final QueryExecutor queries;
    final SubscriptionExecutor subscriptionExecutor;
    final MutationHandler mutations;
    final PersistedDocumentStore documents;
    final RequestExecutors workers;
    final RequestTimeouts watch;
    final LimitsConfig limits;
    final RequestAuthenticator callers;
    final int maxMessageSize;
    private final RequestObserver observing;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final Cache<Told, ExecutionResult> told = Caffeine.newBuilder()
            .maximumSize(SHARED)
            .expireAfterWrite(SHARED_FOR)
            .executor(Runnable::run)
            .build();

    GraphQLWsContext(
            RequestPreparer preparer,
            QueryExecutor queries,
            SubscriptionExecutor subscriptionExecutor,
            MutationHandler mutations,
            PersistedDocumentStore documents,
            RequestExecutors workers,
            RequestTimeouts watch,
            LimitsConfig limits,
            RequestAuthenticator callers,
            RequestObserver observing,
            RequestMetrics metrics,
            @ConfigProperty(name = "quarkus.http.websocket-server.max-message-size") int maxMessageSize) {
        this.preparer = preparer;
        this.queries = queries;
        this.subscriptionExecutor = subscriptionExecutor;
        this.mutations = mutations;
        this.documents = documents;
        this.workers = workers;
        this.watch = watch;
        this.limits = limits;
        this.callers = callers;
        this.maxMessageSize = maxMessageSize;
        this.observing = observing;
        metrics.now("graphql.subscriptions", "Subscriptions that are under way", subscriptions::get);
    }

    RequestObservation observe() {
        return observing.begin();
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

    /** What a subscriber is told of an event: the same as others who have asked the same, for whom it was executed. */
    ExecutionResult tell(
            Object event, GraphQLRequest request, PreparedOperation operation, CancellationToken execution) {
        Told same = new Told(event, request);
        ExecutionResult known = told.getIfPresent(same);
        if (known == null) {
            known = subscriptionExecutor.executeEvent(request, operation, execution, event);
            if (known.getErrors().isEmpty()) {
                told.put(same, known);
            }
        }
        return known;
    }

    /** @param event this very one: objects of the model are equal where their keys are, whatever their versions */
    private record Told(Object event, GraphQLRequest request) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Told same && same.event == event && same.request.equals(request);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(event) * 31 + request.hashCode();
        }
    }
}
