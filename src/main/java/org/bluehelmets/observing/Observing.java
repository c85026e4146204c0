package org.bluehelmets.observing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Is told the end of every GraphQL request, and tells those who count, log and trace. */
@ApplicationScoped
public class Observing {

    private final OperationNames names;
    private final Metrics metrics;
    private final AccessLog log;
    private final Traces traces;

    Observing(OperationNames names, Metrics metrics, AccessLog log, Traces traces) {
        this.names = names;
        this.metrics = metrics;
        this.log = log;
        this.traces = traces;
    }

    /** Begins to look at a request that has arrived. */
    public Observation begin() {
        return new Observation(this);
    }

    String label(String readable, boolean trusted) {
        return names.label(readable, trusted);
    }

    void finished(Finished request) {
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
