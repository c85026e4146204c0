package org.bluehelmets.observability;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Passes every finished GraphQL request to metrics, access log and tracing. */
@ApplicationScoped
public class RequestObserver {

    private final OperationLabelLimiter labels;
    private final RequestMetrics metrics;
    private final AccessLog log;
    private final RequestTracer tracer;

    RequestObserver(OperationLabelLimiter labels, RequestMetrics metrics, AccessLog log, RequestTracer tracer) {
        this.labels = labels;
        this.metrics = metrics;
        this.log = log;
        this.tracer = tracer;
    }

    /** Starts to measure a request. */
    public RequestObservation start() {
        return new RequestObservation(this);
    }

    String label(String name, boolean trusted) {
        return labels.label(name, trusted);
    }

    void record(RequestRecord request) {
        try {
            metrics.record(request);
            log.log(request);
            tracer.trace(request);
        } catch (RuntimeException e) {
            // the client must get its response
            Log.error("Could not record a request", e);
        }
    }
}
