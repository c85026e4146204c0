package org.bluehelmets.execution;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.instrumentation.dataloader.PerLevelDataLoaderDispatchStrategy;
import java.util.concurrent.CompletableFuture;

/**
 * Executes a subscription's selection for one event like a query. graphql-java's own strategy reuses the data loaders of
 * the initial execution, which return cached rows, and does not batch.
 */
final class SubscriptionEventStrategy extends AsyncExecutionStrategy {

    SubscriptionEventStrategy(DataFetcherExceptionHandler failures) {
        super(failures);
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        context.setDataLoaderDispatcherStrategy(new PerLevelDataLoaderDispatchStrategy(context));
        return super.execute(context, parameters);
    }
}
