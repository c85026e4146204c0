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
 * A response over HTTP.
 *
 * @param body null for a response without a body
 * @param etag null if the response must not be cached
 * @param outcome see {@link Outcome}
 */
public record GraphQLResponse(int status, String mediaType, Buffer body, String etag, String outcome) {

    /** In bytes. Compression does not pay for bodies that fit a network packet. */
    private static final int MIN_COMPRESSED = 1400;

    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence VARY_HEADERS = HttpHeaders.createOptimized("Accept, Accept-Encoding, Origin");

    public static GraphQLResponse error(RoutingContext http, RequestError error) {
        return error(http, error.status(), error.error());
    }

    public static GraphQLResponse error(RoutingContext http, int status, String message) {
        return error(http, status, new CodedGraphQLError(message, ErrorCode.BAD_REQUEST));
    }

    public static GraphQLResponse error(RoutingContext http, int status, GraphQLError error) {
        String mediaType = ContentNegotiation.select(http);
        return new GraphQLResponse(
                status,
                mediaType == null ? ContentNegotiation.JSON : mediaType,
                Json.encodeToBuffer(Map.of("errors", List.of(error.toSpecification()))),
                null,
                Outcome.of(List.of(error)));
    }

    /** @param etag null if the response must not be cached */
    static GraphQLResponse of(ExecutionResult result, String mediaType, String etag) {
        if (!result.isDataPresent()) {
            return errors(mediaType, result.getErrors());
        }
        return new GraphQLResponse(
                200,
                mediaType,
                Json.encodeToBuffer(result.toSpecification()),
                result.getErrors().isEmpty() ? etag : null,
                Outcome.of(result.getErrors()));
    }

    /**
     * The response to a request that was not executed. With {@code application/json} its status is 200, unless the server
     * failed.
     */
    static GraphQLResponse errors(String mediaType, List<GraphQLError> errors) {
        int status = mediaType.equals(ContentNegotiation.JSON) ? 200 : 400;
        if (errors.stream().anyMatch(error -> CodedGraphQLError.is(error, ErrorCode.INTERNAL))) {
            status = 500;
        } else if (errors.stream().anyMatch(GraphQLResponse::isTemporary)) {
            status = 503;
        }
        List<Map<String, Object>> specifications =
                errors.stream().map(GraphQLError::toSpecification).toList();
        return new GraphQLResponse(
                status, mediaType, Json.encodeToBuffer(Map.of("errors", specifications)), null, Outcome.of(errors));
    }

    private static boolean isTemporary(GraphQLError error) {
        return CodedGraphQLError.is(error, ErrorCode.TIMEOUT) || CodedGraphQLError.is(error, ErrorCode.UNAVAILABLE);
    }

    /**
     * Sends the response, if the client is still connected. Records the request before that, so that a client that has the
     * response finds it in the metrics. Call it on the event loop.
     *
     * @param cacheControl for a response with an entity tag; null for none
     */
    public void send(RoutingContext http, String cacheControl, RequestObservation observation) {
        HttpServerResponse response = http.response();
        if (response.closed() || response.ended()) {
            observation.finish(0, 0, Outcome.CLIENT_DISCONNECTED);
            return;
        }
        observation.finish(status, body == null ? 0 : body.length(), outcome);
        response.setStatusCode(status).putHeader(VARY, VARY_HEADERS);
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
        if (body.length() < MIN_COMPRESSED) {
            response.putHeader(CONTENT_ENCODING, IDENTITY);
        } else {
            // without this header, the server may compress the body
            response.headers().remove(CONTENT_ENCODING);
        }
        response.putHeader(CONTENT_TYPE, mediaType + "; charset=utf-8").end(body);
    }
}
