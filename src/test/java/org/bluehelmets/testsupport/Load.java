package org.bluehelmets.testsupport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Sends the same request again and again over a number of connections, the next one of each when it has its answer. */
public final class Load {

    private static final int MOST_ANSWERS = 2_000_000;

    /** @param body null for a GET */
    public record Request(String path, String body) {}

    /**
     * What the answers took.
     *
     * @param nanos of each request, in ascending order
     * @param bytes of an answer
     */
    public record Measured(double perSecond, long[] nanos, int bytes) {

        public double percentileMillis(int percent) {
            return nanos.length == 0 ? 0 : nanos[(int) ((nanos.length - 1) * (percent / 100.0))] / 1e6;
        }
    }

    private final HttpClient client;
    private final int port;
    private final Request request;
    private final long end;
    private final CountDownLatch ended;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    // one event loop counts for all connections
    private final long[] nanos = new long[MOST_ANSWERS];
    private int answers;
    private int bytes;

    private Load(Vertx vertx, int port, Request request, int connections, int seconds) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
        this.port = port;
        this.request = request;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ended = new CountDownLatch(connections);
    }

    /** @throws IllegalStateException where an answer is not 200 */
    public static Measured of(int port, Request request, int connections, int seconds) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            Load load = new Load(vertx, port, request, connections, seconds);
            long begin = System.nanoTime();
            vertx.getOrCreateContext().runOnContext(ignored -> {
                for (int i = 0; i < connections; i++) {
                    load.next();
                }
            });
            load.ended.await();
            double took = (System.nanoTime() - begin) / 1e9;
            if (load.failure.get() != null) {
                throw new IllegalStateException(load.failure.get());
            }
            long[] sorted = Arrays.copyOf(load.nanos, load.answers);
            Arrays.sort(sorted);
            return new Measured(load.answers / took, sorted, load.bytes);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void next() {
        long begin = System.nanoTime();
        if (begin > end || failure.get() != null || answers == MOST_ANSWERS) {
            ended.countDown();
            return;
        }
        client.request(request.body == null ? HttpMethod.GET : HttpMethod.POST, port, "localhost", request.path)
                .compose(ready -> request.body == null
                        ? ready.send()
                        : ready.putHeader("Content-Type", "application/json").send(Buffer.buffer(request.body)))
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .onComplete(body -> {
                    if (body.failed()) {
                        failure.compareAndSet(null, body.cause());
                        ended.countDown();
                    } else {
                        nanos[answers++] = System.nanoTime() - begin;
                        bytes = body.result().length();
                        next();
                    }
                });
    }
}
