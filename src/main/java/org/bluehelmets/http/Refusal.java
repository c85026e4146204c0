package org.bluehelmets.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.bluehelmets.execution.CodedError;
import org.bluehelmets.execution.ErrorCode;

/**
 * Why a request is not executed.
 *
 * @param status of HTTP
 */
record Refusal(int status, CodedError error) {

    static Refusal of(int status, String code, String message) {
        return new Refusal(status, new CodedError(message, code));
    }

    static Refusal unauthenticated(String message) {
        return of(401, ErrorCode.UNAUTHENTICATED, message);
    }

    /** Of one more than a limit allows, who may come again. */
    static Refusal overloaded(String message, String limit, long allowed) {
        return new Refusal(
                503, new CodedError(message, Map.of("code", ErrorCode.OVERLOADED, "limit", limit, "allowed", allowed)));
    }

    Response to(RoutingContext context) {
        return Response.refusal(context, status, error);
    }
}
