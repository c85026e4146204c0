package org.bluehelmets.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bluehelmets.execution.CacheStats;
import org.bluehelmets.execution.RequestPreparer;

/** Counts requests, for Prometheus to fetch. */
@ApplicationScoped
public class RequestMetrics {

    /** The bounds of the latency histogram: from an answer out of the database's cache to the limit of time. */
    private static final Duration[] LATENCIES = IntStream.of(
                    1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** The meters of an operation, which are not looked up by their tags for each request. */
    private record Meters(
            Timer latency, DistributionSummary statements, DistributionSummary cost, Map<String, Counter> byOutcome) {}

    private final MeterRegistry registry;
    private final Map<String, Meters> byLabel = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry, RequestPreparer preparer) {
        this.registry = registry;
        documents("prepared", preparer::documentCacheStats);
    }

    /** Counts the lookups in a cache of documents, which is made when somebody looks at the metrics, or before. */
    public void documents(String cache, Supplier<CacheStats> lookups) {
        documents(cache, "hit", () -> lookups.get().hits());
        documents(cache, "miss", () -> lookups.get().misses());
    }

    /** Shows how many there are of something, whenever somebody looks. */
    public void now(String name, String description, Supplier<Number> count) {
        Gauge.builder(name, count)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private void documents(String cache, String result, Supplier<Number> count) {
        // the registry does not keep the object that it is given, but its function
        FunctionCounter.builder(
                        "graphql.document.cache.gets",
                        this,
                        metrics -> count.get().doubleValue())
                .description("Documents that were looked for among those that are kept")
                .tag("cache", cache)
                .tag("result", result)
                .register(registry);
    }

    void finished(RequestRecord request) {
        // get first: computeIfAbsent may lock where the key is there
        Meters meters = byLabel.get(request.label());
        if (meters == null) {
            meters = byLabel.computeIfAbsent(request.label(), this::meters);
        }
        meters.latency.record(request.nanos(), TimeUnit.NANOSECONDS);
        if (request.wasExecuted()) {
            meters.statements.record(request.statements());
            meters.cost.record(request.cost());
        }
        Counter counter = meters.byOutcome.get(request.outcome());
        if (counter == null) {
            counter = meters.byOutcome.computeIfAbsent(request.outcome(), outcome -> counter(request.label(), outcome));
        }
        counter.increment();
    }

    private Meters meters(String operation) {
        return new Meters(
                Timer.builder("graphql.request.duration")
                        .description("From when the whole request was there to when its answer was")
                        .serviceLevelObjectives(LATENCIES)
                        .tag("operation", operation)
                        .register(registry),
                summary("graphql.request.statements", "SQL statements of a request that was executed", operation),
                summary("graphql.request.cost", "Estimated cost of a request that was executed, in values", operation),
                new ConcurrentHashMap<>());
    }

    private DistributionSummary summary(String name, String description, String operation) {
        return DistributionSummary.builder(name)
                .description(description)
                .tag("operation", operation)
                .register(registry);
    }

    private Counter counter(String operation, String outcome) {
        return Counter.builder("graphql.requests")
                .description("GraphQL requests that have come to their end")
                .tag("operation", operation)
                .tag("outcome", outcome)
                .register(registry);
    }
}
