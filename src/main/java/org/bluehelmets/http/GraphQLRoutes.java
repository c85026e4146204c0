package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING;
import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static org.bluehelmets.http.ContentNegotiation.GRAPHQL_RESPONSE;
import static org.bluehelmets.http.ContentNegotiation.JSON;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bluehelmets.execution.LimitCheck;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.SdlPrinter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The routes of GraphQL over HTTP. They replace those of the SmallRye GraphQL extension, which executes mutations sent by
 * GET or as plain text, and gives parse errors no code.
 */
@ApplicationScoped
public class GraphQLRoutes {

    /** Before the routes of the extensions. */
    private static final int ORDER = -1;

    private final SdlPrinter sdl;
    private final RequestHandler requests;
    private final long maxBodyBytes;
    private final boolean introspection;
    private final String path;

    GraphQLRoutes(
            SdlPrinter sdl,
            RequestHandler requests,
            LimitsConfig limits,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean authRequired,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.sdl = sdl;
        this.requests = requests;
        this.maxBodyBytes = limits.bodySize().asLongValue();
        // if reading requires authentication, so does introspection; these routes do not authenticate
        this.introspection = limits.introspection() && !authRequired;
        this.path = "/" + path;
    }

    void addTo(@Observes Router router) {
        router.post(path)
                .order(ORDER)
                .handler(this::checkContentType)
                .handler(this::checkEncoding)
                .handler(this::checkAccept);
        router.post(path)
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes))
                .handler(this::post)
                .failureHandler(this::handleBodyFailure);
        router.get(path).order(ORDER).handler(this::checkAccept).handler(this::get);
        router.route(path).order(ORDER).handler(this::rejectOtherMethods);
        String schema = path + "/schema.graphql";
        router.route(schema)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .blockingHandler(this::schema);
        router.route(schema).order(ORDER).handler(this::rejectOtherMethodsForSchema);
    }

    private void schema(RoutingContext context) {
        if (introspection) {
            context.response()
                    .putHeader(CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end(sdl.print());
        } else {
            context.response().setStatusCode(404).end();
        }
    }

    private void rejectOtherMethodsForSchema(RoutingContext context) {
        context.response().putHeader(ALLOW, "GET, HEAD");
        requests.reject(context, 405, "Use GET to read the schema");
    }

    private void rejectOtherMethods(RoutingContext context) {
        context.response().putHeader(ALLOW, "GET, POST");
        requests.reject(context, 405, "Send GraphQL requests by POST, or queries by GET");
    }

    private void checkAccept(RoutingContext context) {
        if (ContentNegotiation.select(context) == null) {
            requests.reject(context, 406, "Accept must include " + GRAPHQL_RESPONSE + " or " + JSON);
        } else {
            context.next();
        }
    }

    private void handleBodyFailure(RoutingContext context) {
        if (context.statusCode() == 413) {
            rejectSize(context);
        } else if (!context.response().closed()) {
            // a client that disconnects while it sends the body is not an error
            context.next();
        }
    }

    private void rejectSize(RoutingContext context) {
        long contentLength = -1;
        try {
            contentLength = Long.parseLong(context.request().getHeader(CONTENT_LENGTH));
        } catch (NumberFormatException e) {
            // the size is unknown, but above the limit
        }
        requests.reject(
                context,
                413,
                new LimitCheck("body-size", maxBodyBytes, Math.max(contentLength, maxBodyBytes + 1)).error());
    }

    private void checkEncoding(RoutingContext context) {
        String error =
                ContentEncoding.check(ContentEncoding.parse(context.request().headers()));
        if (error == null) {
            context.next();
        } else {
            context.response().putHeader(ACCEPT_ENCODING, ContentEncoding.SUPPORTED);
            requests.reject(context, 415, error);
        }
    }

    /**
     * Accepts JSON only, so that pages of other sites cannot send a request without a CORS preflight. GraphiQL sends the
     * type twice in one header.
     */
    private void checkContentType(RoutingContext context) {
        String types = String.join(",", context.request().headers().getAll(CONTENT_TYPE));
        boolean json = !types.isEmpty()
                && Arrays.stream(types.split(","))
                        .map(type -> type.split(";", 2)[0].strip())
                        .allMatch(JSON::equalsIgnoreCase);
        if (json) {
            context.next();
        } else {
            requests.reject(context, 415, "Content-Type must be " + JSON);
        }
    }

    private void post(RoutingContext context) {
        try {
            List<String> codings = ContentEncoding.parse(context.request().headers());
            byte[] body = ContentEncoding.decode(bytes(context.body().buffer()), codings, maxBodyBytes);
            requests.handle(context, RequestParameters.parse(body));
        } catch (RequestParameters.MalformedException e) {
            requests.reject(context, 400, e.getMessage());
        } catch (ContentEncoding.TooLargeException e) {
            rejectSize(context);
        } catch (IOException e) {
            requests.reject(context, 400, "The body is not compressed as Content-Encoding specifies");
        }
    }

    private void get(RoutingContext context) {
        try {
            requests.handle(context, RequestParameters.parse(context.queryParams()));
        } catch (RequestParameters.MalformedException e) {
            requests.reject(context, 400, e.getMessage());
        } catch (IllegalArgumentException e) {
            requests.reject(context, 400, "The URL is not percent-encoded correctly");
        }
    }

    /** @param body null if the request has no body */
    private static byte[] bytes(Buffer body) {
        return body == null ? new byte[0] : body.getBytes();
    }
}
