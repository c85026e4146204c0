package org.bluehelmets.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.ingest.Importer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/** The threads that requests are executed on: as many at a time as there are database connections for them. */
@ApplicationScoped
class Workers {

    /** Mutations wait for each other in any case: here none of them holds a thread or a connection while it does. */
    private static final int WRITERS = 1;

    /** So few tell subscribers of changes: these wait rather than those who ask. */
    private static final int TELLERS = 2;

    private final int queue;
    private final Executor readers;
    private final Executor writer;
    private final Executor teller;

    Workers(
            ExecutorService threads,
            LimitsConfig limits,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        queue = limits.queue();
        // but those for exports, a backup, an import, a mutation and subscribers: more would only wait for one with a
        // thread in hand
        int most = connections
                - ExportResource.MOST_AT_ONCE
                - BackupResource.CONNECTIONS
                - Importer.CONNECTIONS
                - WRITERS
                - TELLERS;
        readers = ViewExecutor.builder(threads)
                .setMaxSize(Math.max(1, most))
                .setQueueLimit(queue)
                .build();
        writer = ViewExecutor.builder(threads)
                .setMaxSize(WRITERS)
                .setQueueLimit(queue)
                .build();
        // none of them has more than one change here at a time, and those that have ended another
        teller = ViewExecutor.builder(threads)
                .setMaxSize(TELLERS)
                .setQueueLimit(2 * limits.subscriptions())
                .build();
    }

    /** Executes queries. */
    Executor readers() {
        return readers;
    }

    /** Executes mutations. */
    Executor writer() {
        return writer;
    }

    /** Executes what subscribers are told. */
    Executor teller() {
        return teller;
    }

    /** What those are told who come when the queue is full. */
    Refusal overloaded() {
        return Refusal.overloaded("The service has more to do than it can; try again in a moment", "queue", queue);
    }
}
