package org.bluehelmets.execution;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

/**
 * Replaces the extension's way of fetching fields. It builds a description of the selection for every single value,
 * moves resolvers to other threads, where a connection is lost when the client hangs up, and mixes up the arguments of
 * batched fields. Here a field is a call.
 */
public class DataFetcherFactory implements DataFetcherService {

    /** Before those of the extension, which have 1. */
    private static final int FIRST = 0;

    @Override
    public Integer getPriority() {
        return FIRST;
    }

    @Override
    public PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new PropertyDataFetcher(field, owner);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getDefaultDataFetcher(Operation operation, Type type) {
        return new ResolverDataFetcher(operation);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getCompletionStageDataFetcher(Operation operation, Type type) {
        return new ResolverDataFetcher(operation);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getMultiDataFetcher(Operation operation, Type type) {
        return new SubscriptionDataFetcher(operation);
    }
}
