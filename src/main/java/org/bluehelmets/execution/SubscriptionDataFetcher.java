package org.bluehelmets.execution;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;

/**
 * Fetches the root field of a subscription. At the start it calls the resolver, which creates the stream of events, and
 * stores the stream in the context. For each event it returns the event as the value of the field.
 */
final class SubscriptionDataFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    private static final Object EVENT = new Object();
    private static final Object STREAM = new Object();

    private final ResolverDataFetcher resolver;

    SubscriptionDataFetcher(Operation operation) {
        resolver = new ResolverDataFetcher(operation);
    }

    /** Sets the event of the next execution. */
    static void putEvent(GraphQLContext context, Object event) {
        context.put(EVENT, event);
    }

    /** The stream that the resolver created; null if it created none. */
    static Multi<?> stream(GraphQLContext context) {
        return context.get(STREAM);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        GraphQLContext context = environment.getGraphQlContext();
        Object event = context.get(EVENT);
        if (event == null) {
            context.put(STREAM, resolver.get(environment));
        }
        return event;
    }

    @Override
    public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
        return resolver.load(keys, environment);
    }
}
