package org.bluehelmets.execution;

import java.util.Map;

/**
 * A limit, and how much of it a request would take.
 *
 * @param name as in the configuration, after {@code bluehelmets.limits.}
 */
record Limit(String name, long allowed, long value) {

    boolean isExceeded() {
        return value > allowed;
    }

    CodedError error() {
        return new CodedError(
                "The request has %s %d; at most %d is allowed".formatted(name.replace('-', ' '), value, allowed),
                Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", name, "allowed", allowed, "value", value));
    }
}
