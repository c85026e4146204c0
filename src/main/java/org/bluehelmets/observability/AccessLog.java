package org.bluehelmets.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Logs each request as {@code key=value} pairs, in the category {@code access} at level INFO. */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");

    void log(RequestRecord request) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(request));
        }
    }

    private static String line(RequestRecord request) {
        long micros = TimeUnit.NANOSECONDS.toMicros(request.nanos());
        return new StringBuilder(160)
                .append("operation=")
                .append(request.operation())
                .append(" type=")
                .append(request.kind() == null ? OperationLabelLimiter.UNKNOWN : request.kind())
                .append(" outcome=")
                .append(request.outcome())
                .append(" status=")
                .append(request.status())
                .append(" durationMs=")
                .append(micros / 1000)
                .append('.')
                .append(micros / 100 % 10)
                .append(" cost=")
                .append(request.cost())
                .append(" statements=")
                .append(request.statements())
                .append(" bytes=")
                .append(request.bytes())
                .toString();
    }
}
