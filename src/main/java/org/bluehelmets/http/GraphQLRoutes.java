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
 * The routes of GraphQL over HTTP, in front of the extension's own endpoint, which runs mutations that come by GET or as
 * plain text and leaves parse errors without a code.
 */
@ApplicationScoped
public class GraphQLRoutes {

    /** Before the routes of the extensions. */
    private static final int FIRST = -1;

    private final SdlPrinter sdl;
    private final RequestHandler requests;
    private final long maxBodyBytes;
    private final boolean introspection;
    private final String path;

    GraphQLRoutes(
            SdlPrinter sdl,
            RequestHandler requests,
            LimitsConfig limits,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean closed,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.sdl = sdl;
        this.requests = requests;
        this.maxBodyBytes = limits.bodySize().asLongValue();
        // nor for strangers where reading is closed, who may not introspect either
        this.introspection = limits.introspection() && !closed;
        this.path = "/" + path;
    }

    void addTo(@Observes Router router) {
        router.post(path)
                .order(FIRST)
                .handler(this::checkContentType)
                .handler(this::checkEncoding)
                .handler(this::checkAccept);
        router.post(path)
                .order(FIRST)
                .handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes))
                .handler(this::post)
                .failureHandler(this::bodyFailed);
        router.get(path).order(FIRST).handler(this::checkAccept).handler(this::get);
        router.route(path).order(FIRST).handler(this::refuseOther);
        String schema = path + "/schema.graphql";
        router.route(schema)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(FIRST)
                .blockingHandler(this::schema);
        router.route(schema).order(FIRST).handler(this::refuseOtherForSchema);
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

    private void refuseOtherForSchema(RoutingContext context) {
        context.response().putHeader(ALLOW, "GET, HEAD");
        requests.refuse(context, 405, "the schema is read by GET");
    }

    private void refuseOther(RoutingContext context) {
        context.response().putHeader(ALLOW, "GET, POST");
        requests.refuse(context, 405, "send GraphQL requests by POST, or queries by GET");
    }

    private void checkAccept(RoutingContext context) {
        if (ContentNegotiation.accepted(context) == null) {
            requests.refuse(context, 406, "answers come as " + GRAPHQL_RESPONSE + " or " + JSON);
        } else {
            context.next();
        }
    }

    private void bodyFailed(RoutingContext context) {
        if (context.statusCode() == 413) {
            refuseSize(context);
        } else if (!context.response().closed()) {
            context.next();
        }
        // a client that hung up in the middle of its body is no failure of ours
    }

    private void refuseSize(RoutingContext context) {
        // the length that the client has named, or else the first byte that is too many
        long named = -1;
        try {
            named = Long.parseLong(context.request().getHeader(CONTENT_LENGTH));
        } catch (NumberFormatException e) {
            // it has named none
        }
        requests.refuse(
                context, 413, new LimitCheck("body-size", maxBodyBytes, Math.max(named, maxBodyBytes + 1)).error());
    }

    private void checkEncoding(RoutingContext context) {
        String problem =
                ContentEncoding.problem(ContentEncoding.of(context.request().headers()));
        if (problem == null) {
            context.next();
        } else {
            context.response().putHeader(ACCEPT_ENCODING, ContentEncoding.ACCEPTED);
            requests.refuse(context, 415, problem);
        }
    }

    /**
     * Only JSON is read, so that no page of another site can send a request without asking first. GraphiQL names the
     * type twice, in one header.
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
            requests.refuse(context, 415, "send the request as " + JSON);
        }
    }

    private void post(RoutingContext context) {
        try {
            List<String> codings = ContentEncoding.of(context.request().headers());
            byte[] body = ContentEncoding.decode(bytes(context.body().buffer()), codings, maxBodyBytes);
            requests.answer(context, RequestParameters.parse(body));
        } catch (RequestParameters.Malformed e) {
            requests.refuse(context, 400, e.getMessage());
        } catch (ContentEncoding.TooLargeException e) {
            refuseSize(context);
        } catch (IOException e) {
            requests.refuse(context, 400, "the body is not encoded as Content-Encoding says");
        }
    }

    private void get(RoutingContext context) {
        try {
            requests.answer(context, RequestParameters.parse(context.queryParams()));
        } catch (RequestParameters.Malformed e) {
            requests.refuse(context, 400, e.getMessage());
        } catch (IllegalArgumentException e) {
            requests.refuse(context, 400, "the address is not encoded as addresses are");
        }
    }

    /** A request without a body has no buffer either. */
    private static byte[] bytes(Buffer body) {
        return body == null ? new byte[0] : body.getBytes();
    }
}
