package org.bluehelmets.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.execution.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes a span for each request, below that of HTTP, where tracing is switched on. It is made when the request has
 * ended: only then is it known what it was, and a sampler can choose by it. Names and attributes are those of the
 * semantic conventions; there is no document.
 */
@ApplicationScoped
class RequestTracer {

    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> COST = AttributeKey.longKey("bluehelmets.cost");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("bluehelmets.statements");

    /** As the conventions name a span of which no more is known. */
    private static final String UNNAMED = "GraphQL Operation";

    /** What the service, not the client, is to blame for. */
    private static final Set<String> FAILURES =
            Set.of(ErrorCode.INTERNAL, ErrorCode.TIMEOUT, ErrorCode.OVERLOADED, ErrorCode.UNAVAILABLE);

    private final boolean on;
    private final Instance<Tracer> tracer;

    RequestTracer(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled, Instance<Tracer> tracer) {
        this.on = !disabled;
        this.tracer = tracer;
    }

    void finished(RequestRecord request) {
        if (!on) {
            return;
        }
        long end = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        SpanBuilder builder = tracer.get()
                .spanBuilder(name(request))
                .setStartTimestamp(end - request.nanos(), TimeUnit.NANOSECONDS)
                .setAttribute(COST, request.cost())
                .setAttribute(STATEMENTS, (long) request.statements());
        if (request.kind() != null) {
            builder.setAttribute(TYPE, request.kind());
            if (!request.operation().equals(OperationLabelLimiter.ANONYMOUS)) {
                builder.setAttribute(NAME, request.operation());
            }
        }
        if (Outcome.isError(request.outcome())) {
            builder.setAttribute(ERROR, request.outcome());
        }
        Span span = builder.startSpan();
        if (FAILURES.contains(request.outcome())) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end, TimeUnit.NANOSECONDS);
    }

    /** Of a bounded number, as storages of spans expect it. */
    private static String name(RequestRecord request) {
        if (request.kind() == null) {
            return UNNAMED;
        }
        return request.label().equals(OperationLabelLimiter.ANONYMOUS)
                ? request.kind()
                : request.kind() + " " + request.label();
    }
}
