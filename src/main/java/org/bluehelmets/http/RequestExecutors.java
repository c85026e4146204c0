package org.bluehelmets.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.bluehelmets.database.ConnectionBudget;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.RequestError;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/** The threads that requests are executed on: as many at a time as there are database connections for them. */
@ApplicationScoped
public class RequestExecutors {

    private final int queue;
    private final Executor readers;
    private final Executor writer;
    private final Executor teller;

    RequestExecutors(
            ExecutorService threads,
            LimitsConfig limits,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        queue = limits.maxQueued();
        readers = ViewExecutor.builder(threads)
                .setMaxSize(ConnectionBudget.forQueries(connections))
                .setQueueLimit(queue)
                .build();
        writer = ViewExecutor.builder(threads)
                .setMaxSize(ConnectionBudget.MUTATIONS)
                .setQueueLimit(queue)
                .build();
        // none of them has more than one change here at a time, and those that have ended another
        teller = ViewExecutor.builder(threads)
                .setMaxSize(ConnectionBudget.EVENTS)
                .setQueueLimit(2 * limits.subscriptions())
                .build();
    }

    /** Executes queries. */
    public Executor readers() {
        return readers;
    }

    /** Executes mutations. */
    public Executor writer() {
        return writer;
    }

    /** Executes what subscribers are told. */
    public Executor teller() {
        return teller;
    }

    /** What those are told who come when the queue is full. */
    public RequestError overloaded() {
        return RequestError.overloaded(
                "The service has more to do than it can; try again in a moment", "max-queued", queue);
    }
}
