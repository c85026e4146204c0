package org.bluehelmets.testsupport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs each action on a thread of its own. From Java 25 on, {@link CompletableFuture} runs actions without an executor on
 * the common pool, which has a single thread on a machine with two processors: actions that wait for each other hang.
 */
public final class Background {

    private static final Executor THREADS = action -> {
        Thread thread = new Thread(action, "test-background");
        thread.setDaemon(true);
        thread.start();
    };

    private Background() {}

    public static CompletableFuture<Void> run(Runnable action) {
        return CompletableFuture.runAsync(action, THREADS);
    }

    public static <T> CompletableFuture<T> supply(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, THREADS);
    }
}
