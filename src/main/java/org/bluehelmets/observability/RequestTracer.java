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
 * Creates a span for each request, as a child of the HTTP span, if tracing is enabled. It creates the span when the request has
 * finished, so that samplers can use its attributes. Names and attributes follow the
 * <a href="https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/">semantic conventions</a>; the span does not
 * contain the document.
 */
@ApplicationScoped
class RequestTracer {

    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> COST = AttributeKey.longKey("bluehelmets.cost");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("bluehelmets.statements");

    /** The name of a span whose operation is unknown, by the conventions. */
    private static final String UNNAMED = "GraphQL Operation";

    /** The errors that the server causes, not the client. */
    private static final Set<String> SERVER_ERRORS =
            Set.of(ErrorCode.INTERNAL, ErrorCode.TIMEOUT, ErrorCode.OVERLOADED, ErrorCode.UNAVAILABLE);

    private final boolean enabled;
    private final Instance<Tracer> tracer;

    RequestTracer(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled, Instance<Tracer> tracer) {
        this.enabled = !disabled;
        this.tracer = tracer;
    }

    void trace(RequestRecord request) {
        if (!enabled) {
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
        if (SERVER_ERRORS.contains(request.outcome())) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end, TimeUnit.NANOSECONDS);
    }

    /** Uses the label, because tracing backends expect a small number of span names. */
    private static String name(RequestRecord request) {
        if (request.kind() == null) {
            return UNNAMED;
        }
        return request.label().equals(OperationLabelLimiter.ANONYMOUS)
                ? request.kind()
                : request.kind() + " " + request.label();
    }
}
