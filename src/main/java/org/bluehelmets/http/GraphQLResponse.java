package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_ENCODING;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.ETAG;
import static io.vertx.core.http.HttpHeaders.RETRY_AFTER;
import static io.vertx.core.http.HttpHeaders.VARY;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.bluehelmets.execution.CodedGraphQLError;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.observability.Outcome;
import org.bluehelmets.observability.RequestObservation;
import org.bluehelmets.security.StaticTokenMechanism;

/**
 * An answer over HTTP.
 *
 * @param etag null where the answer must not be used again
 * @param outcome what became of the request, as {@link Outcome} has it
 */
public record GraphQLResponse(int status, String type, Buffer body, String etag, String outcome) {

    /** Bodies that fit a packet are not made smaller by compression. */
    private static final int WORTH_COMPRESSING = 1400;

    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence WHAT_CHANGES_IT = HttpHeaders.createOptimized("Accept, Accept-Encoding, Origin");

    public static GraphQLResponse refusal(RoutingContext context, RequestError refusal) {
        return refusal(context, refusal.status(), refusal.error());
    }

    public static GraphQLResponse refusal(RoutingContext context, int status, String message) {
        return refusal(context, status, new CodedGraphQLError(message, ErrorCode.BAD_REQUEST));
    }

    public static GraphQLResponse refusal(RoutingContext context, int status, GraphQLError error) {
        String accepted = ContentNegotiation.accepted(context);
        return new GraphQLResponse(
                status,
                accepted == null ? ContentNegotiation.JSON : accepted,
                Json.encodeToBuffer(Map.of("errors", List.of(error.toSpecification()))),
                null,
                Outcome.of(List.of(error)));
    }

    /**
     * What executing a request gave.
     *
     * @param etag null where the answer must not be used again
     */
    static GraphQLResponse of(ExecutionResult result, String type, String etag) {
        if (!result.isDataPresent()) {
            return errors(type, result.getErrors());
        }
        return new GraphQLResponse(
                200,
                type,
                Json.encodeToBuffer(result.toSpecification()),
                result.getErrors().isEmpty() ? etag : null,
                Outcome.of(result.getErrors()));
    }

    /** A request that was not executed is an error of HTTP too, over the newer media type or where we failed. */
    static GraphQLResponse errors(String type, List<GraphQLError> errors) {
        int status = type.equals(ContentNegotiation.JSON) ? 200 : 400;
        if (errors.stream().anyMatch(error -> CodedGraphQLError.is(error, ErrorCode.INTERNAL))) {
            status = 500;
        } else if (errors.stream().anyMatch(GraphQLResponse::passes)) {
            status = 503;
        }
        List<Map<String, Object>> specified =
                errors.stream().map(GraphQLError::toSpecification).toList();
        return new GraphQLResponse(
                status, type, Json.encodeToBuffer(Map.of("errors", specified)), null, Outcome.of(errors));
    }

    private static boolean passes(GraphQLError error) {
        return CodedGraphQLError.is(error, ErrorCode.TIMEOUT) || CodedGraphQLError.is(error, ErrorCode.UNAVAILABLE);
    }

    /**
     * On the event loop. A client that has hung up gets nothing and costs nothing. It is told of before, so that a client
     * who has an answer finds it counted.
     */
    public void send(RoutingContext context, String cacheControl, RequestObservation observation) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            observation.finished(0, 0, Outcome.CLIENT_DISCONNECTED);
            return;
        }
        observation.finished(status, body == null ? 0 : body.length(), outcome);
        response.setStatusCode(status).putHeader(VARY, WHAT_CHANGES_IT);
        if (etag == null) {
            response.putHeader(CACHE_CONTROL, NO_STORE);
        } else {
            response.putHeader(ETAG, etag);
            if (cacheControl != null) {
                response.putHeader(CACHE_CONTROL, cacheControl);
            }
        }
        if (status == 503) {
            response.putHeader(RETRY_AFTER, "1");
        }
        if (status == 401) {
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, StaticTokenMechanism.CHALLENGE);
        }
        if (body == null) {
            response.end();
            return;
        }
        if (body.length() < WORTH_COMPRESSING) {
            response.putHeader(CONTENT_ENCODING, IDENTITY);
        } else {
            // the server asks handlers to say so where it may compress
            response.headers().remove(CONTENT_ENCODING);
        }
        response.putHeader(CONTENT_TYPE, type + "; charset=utf-8").end(body);
    }
}
