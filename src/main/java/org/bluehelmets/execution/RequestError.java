package org.bluehelmets.execution;

import java.util.Map;

/**
 * Why a request is not executed.
 *
 * @param status of HTTP
 */
public record RequestError(int status, CodedGraphQLError error) {

    public static RequestError of(int status, String code, String message) {
        return new RequestError(status, new CodedGraphQLError(message, code));
    }

    public static RequestError unauthenticated(String message) {
        return of(401, ErrorCode.UNAUTHENTICATED, message);
    }

    /** Of one more than a limit allows, who may come again. */
    public static RequestError overloaded(String message, String limit, long allowed) {
        return new RequestError(
                503,
                new CodedGraphQLError(
                        message, Map.of("code", ErrorCode.OVERLOADED, "limit", limit, "allowed", allowed)));
    }
}
