package org.bluehelmets.execution;

import graphql.GraphQLError;
import io.smallrye.mutiny.Multi;
import java.util.List;

/**
 * A subscription that was asked for.
 *
 * @param events from now on, each to be executed by {@link SubscriptionExecutor#executeEvent}; null where it was refused
 * @param errors why it was refused
 */
public record SubscriptionResult(Multi<?> events, List<GraphQLError> errors) {}
