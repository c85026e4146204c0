package org.bluehelmets.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.bluehelmets.database.ConnectionBudget;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.RequestError;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/** The executors of requests. Each has as many threads as there are database connections reserved for its work. */
@ApplicationScoped
public class RequestExecutors {

    private final int maxQueued;
    private final Executor queries;
    private final Executor mutations;
    private final Executor events;

    RequestExecutors(
            ExecutorService threads,
            LimitsConfig limits,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        maxQueued = limits.maxQueued();
        queries = executor(threads, ConnectionBudget.forQueries(connections), maxQueued);
        mutations = executor(threads, ConnectionBudget.MUTATIONS, maxQueued);
        // a subscription queues one event at a time; twice that leaves room for those that have just ended
        events = executor(threads, ConnectionBudget.EVENTS, 2 * limits.subscriptions());
    }

    private static Executor executor(ExecutorService threads, int size, int maxQueued) {
        return ViewExecutor.builder(threads)
                .setMaxSize(size)
                .setQueueLimit(maxQueued)
                .build();
    }

    public Executor queries() {
        return queries;
    }

    public Executor mutations() {
        return mutations;
    }

    /** Executes the events of subscriptions. */
    public Executor events() {
        return events;
    }

    /** The error for a request that finds the queue full. */
    public RequestError overloaded() {
        return RequestError.overloaded("The server is overloaded; retry later", "max-queued", maxQueued);
    }
}
