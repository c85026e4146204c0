package org.bluehelmets.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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

/** Publishes the metrics of requests. */
@ApplicationScoped
public class RequestMetrics {

    /** The buckets of the latency histogram. */
    private static final Duration[] LATENCIES = IntStream.of(
                    1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** The meters of one operation, so that a request does not look them up by their tags. */
    private record Meters(
            Timer latency, DistributionSummary statements, DistributionSummary cost, Map<String, Counter> byOutcome) {}

    private final MeterRegistry registry;
    private final Map<String, Meters> byLabel = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void registerGauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    void record(RequestRecord request) {
        // computeIfAbsent may lock even if the key is present
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
                        .description("Time from the last byte of a request to its response")
                        .serviceLevelObjectives(LATENCIES)
                        .tag("operation", operation)
                        .register(registry),
                summary("graphql.request.statements", "SQL statements of an executed request", operation),
                summary("graphql.request.cost", "Cost of an executed request, in values", operation),
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
                .description("Finished GraphQL requests")
                .tag("operation", operation)
                .tag("outcome", outcome)
                .register(registry);
    }
}
