package org.bluehelmets.execution;

import graphql.GraphQLError;
import io.smallrye.mutiny.Multi;
import java.util.List;

/**
 * The result of starting a subscription.
 *
 * @param events, to be executed by {@link SubscriptionExecutor#executeEvent}; null if the subscription failed
 * @param errors empty if the subscription started
 */
public record SubscriptionResult(Multi<?> events, List<GraphQLError> errors) {}
