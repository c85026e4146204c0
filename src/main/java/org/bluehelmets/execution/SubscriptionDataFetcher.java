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
 * Fetches the field of a subscription. When that begins, the method of the API class makes the stream of events, which is
 * left in the context; each event is executed by itself later, and is the field's value then.
 */
final class SubscriptionDataFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    private static final Object EVENT = new Object();
    private static final Object STREAM = new Object();

    private final ResolverDataFetcher resolver;

    SubscriptionDataFetcher(Operation operation) {
        resolver = new ResolverDataFetcher(operation);
    }

    /** Makes the execution that follows that of an event. */
    static void putEvent(GraphQLContext context, Object event) {
        context.put(EVENT, event);
    }

    /** The stream that an execution has made; null where it has made none. */
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
