package org.bluehelmets.execution;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.instrumentation.dataloader.PerLevelDataLoaderDispatchStrategy;
import java.util.concurrent.CompletableFuture;

/**
 * Executes a subscription's selection for one event as that of a query. The library's own strategy goes on with the data
 * loaders of the subscription's beginning, which remember what they have read, and asks them for each object alone.
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
