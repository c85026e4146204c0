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
import org.bluehelmets.http.RequestContextFactory;
import org.bluehelmets.http.RequestExecutors;
import org.bluehelmets.observability.RequestMetrics;
import org.bluehelmets.security.RequestAuthenticator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all connections share. It is a singleton because a client proxy would hide its fields. */
@Singleton
class GraphQLWsContext {

    /** Subscribers usually have few different documents. */
    private static final int MAX_CACHED_RESULTS = 16;

    /** Long enough to deliver an event to all subscribers. */
    private static final Duration CACHE_DURATION = Duration.ofSeconds(10);

    final RequestPreparer preparer;
    final QueryExecutor queries;
    final SubscriptionExecutor subscriptionExecutor;
    final MutationHandler mutations;
    final PersistedDocumentStore documents;
    final RequestExecutors executors;
    final RequestContextFactory contexts;
    final LimitsConfig limits;
    final RequestAuthenticator authenticator;
    final int maxMessageSize;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger activeSubscriptions = new AtomicInteger();
    private final Cache<EventKey, ExecutionResult> eventResults = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED_RESULTS)
            .expireAfterWrite(CACHE_DURATION)
            .executor(Runnable::run)
            .build();

    GraphQLWsContext(
            RequestPreparer preparer,
            QueryExecutor queries,
            SubscriptionExecutor subscriptionExecutor,
            MutationHandler mutations,
            PersistedDocumentStore documents,
            RequestExecutors executors,
            RequestContextFactory contexts,
            LimitsConfig limits,
            RequestAuthenticator authenticator,
            RequestMetrics metrics,
            @ConfigProperty(name = "quarkus.http.websocket-server.max-message-size") int maxMessageSize) {
        this.preparer = preparer;
        this.queries = queries;
        this.subscriptionExecutor = subscriptionExecutor;
        this.mutations = mutations;
        this.documents = documents;
        this.executors = executors;
        this.contexts = contexts;
        this.limits = limits;
        this.authenticator = authenticator;
        this.maxMessageSize = maxMessageSize;
        metrics.registerGauge("graphql.subscriptions", "Active subscriptions", activeSubscriptions::get);
    }

    /** Acquires a permit for a subscription; false if the limit is reached. */
    boolean acquireSubscription() {
        if (subscriptions.incrementAndGet() > limits.subscriptions()) {
            subscriptions.decrementAndGet();
            return false;
        }
        return true;
    }

    void releaseSubscription() {
        subscriptions.decrementAndGet();
    }

    /** Counts a subscription that receives events from now on. */
    void onSubscriptionStarted() {
        activeSubscriptions.incrementAndGet();
    }

    void onSubscriptionEnded() {
        activeSubscriptions.decrementAndGet();
    }

    /** Executes a subscription for an event. Equal subscriptions share the result unless it has errors. */
    ExecutionResult executeEvent(
            Object event, GraphQLRequest request, PreparedOperation operation, CancellationToken token) {
        EventKey key = new EventKey(event, request);
        ExecutionResult result = eventResults.getIfPresent(key);
        if (result == null) {
            result = subscriptionExecutor.executeEvent(request, operation, token, event);
            if (result.getErrors().isEmpty()) {
                eventResults.put(key, result);
            }
        }
        return result;
    }

    /** @param event compared by identity, because entities with the same key are equal whatever their version */
    private record EventKey(Object event, GraphQLRequest request) {

        @Override
        public boolean equals(Object other) {
            return other instanceof EventKey key && key.event == event && key.request.equals(request);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(event) * 31 + request.hashCode();
        }
    }
}
