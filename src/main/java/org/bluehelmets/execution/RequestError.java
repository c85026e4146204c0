package org.bluehelmets.execution;

import java.util.Map;

/**
 * The error of a request that is rejected before execution.
 *
 * @param status the HTTP status
 */
public record RequestError(int status, CodedGraphQLError error) {

    public static RequestError of(int status, String code, String message) {
        return new RequestError(status, new CodedGraphQLError(message, code));
    }

    public static RequestError unauthenticated(String message) {
        return of(401, ErrorCode.UNAUTHENTICATED, message);
    }

    /** An error that tells the client to retry later. */
    public static RequestError overloaded(String message, String limit, long allowed) {
        return new RequestError(
                503,
                new CodedGraphQLError(
                        message, Map.of("code", ErrorCode.OVERLOADED, "limit", limit, "allowed", allowed)));
    }
}
