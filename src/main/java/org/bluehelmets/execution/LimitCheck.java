package org.bluehelmets.execution;

import java.util.Map;

/**
 * Compares a value of a request with a limit.
 *
 * @param name the configuration property without the prefix {@code bluehelmets.limits.}
 */
public record LimitCheck(String name, long allowed, long value) {

    public boolean isExceeded() {
        return value > allowed;
    }

    public CodedGraphQLError error() {
        return new CodedGraphQLError(
                "The request has %s %s; at most %s is allowed".formatted(name.replace('-', ' '), value, allowed),
                Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", name, "allowed", allowed, "value", value));
    }
}
