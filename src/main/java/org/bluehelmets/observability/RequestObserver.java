package org.bluehelmets.observability;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Is told the end of every GraphQL request, and tells those who count, log and trace. */
@ApplicationScoped
public class RequestObserver {

    private final OperationLabelLimiter names;
    private final RequestMetrics metrics;
    private final AccessLog log;
    private final RequestTracer traces;

    RequestObserver(OperationLabelLimiter names, RequestMetrics metrics, AccessLog log, RequestTracer traces) {
        this.names = names;
        this.metrics = metrics;
        this.log = log;
        this.traces = traces;
    }

    /** Begins to look at a request that has arrived. */
    public RequestObservation begin() {
        return new RequestObservation(this);
    }

    String label(String readable, boolean trusted) {
        return names.label(readable, trusted);
    }

    void finished(RequestRecord request) {
        try {
            metrics.finished(request);
            log.finished(request);
            traces.finished(request);
        } catch (RuntimeException e) {
            // the client gets its answer all the same
            Log.error("a request could not be told of", e);
        }
    }
}
