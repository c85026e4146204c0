package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.bluehelmets.ingest.Importer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/**
 * GraphQL over HTTP, in front of the extension's own endpoint, which runs mutations that come by GET or as plain text
 * and leaves parse errors without a code.
 */
@ApplicationScoped
public class GraphQLEndpoint {

    private static final String JSON = "application/json";
    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** Before the routes of the extensions. */
    private static final int FIRST = -1;

    /** The largest request body: larger than any query written by a person or a compiler. */
    private static final long MAX_BODY_BYTES = 1024 * 1024;

    private final GraphQLEngine engine;
    private final Executor executor;
    private final String path;

    GraphQLEndpoint(
            GraphQLEngine engine,
            ExecutorService threads,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.engine = engine;
        // as many at a time as there are connections, but those for exports and an import: more would only wait for one
        // with a thread in hand
        int most = Math.max(1, connections - ExportResource.MOST_AT_ONCE - Importer.CONNECTIONS);
        this.executor = ViewExecutor.builder(threads).setMaxSize(most).build();
        this.path = "/" + path;
    }

    void addTo(@Observes Router router) {
        router.post(path).order(FIRST).handler(GraphQLEndpoint::checkContentType);
        router.post(path)
                .order(FIRST)
                .produces(GRAPHQL_RESPONSE)
                .produces(JSON)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(this::post)
                .failureHandler(GraphQLEndpoint::refuseTooLarge);
        router.route(path).order(FIRST).handler(GraphQLEndpoint::refuseOther);
        router.get(path + "/schema.graphql")
                .order(FIRST)
                .blockingHandler(context -> context.response()
                        .putHeader(CONTENT_TYPE, "text/plain; charset=utf-8")
                        .end(engine.printedSchema()));
    }

    private static void refuseOther(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST) {
            context.response().putHeader(ALLOW, HttpMethod.POST.name());
            refuse(context, 405, "send GraphQL requests by POST");
        } else {
            refuse(context, 406, "answers come as " + GRAPHQL_RESPONSE + " or " + JSON);
        }
    }

    private static void refuseTooLarge(RoutingContext context) {
        if (context.statusCode() == 413) {
            refuse(context, 413, "send at most " + MAX_BODY_BYTES + " bytes");
        } else {
            context.next();
        }
    }

    /**
     * Only JSON is read, so that no page of another site can send a request without asking first. GraphiQL names the
     * type twice, in one header.
     */
    private static void checkContentType(RoutingContext context) {
        String types = context.request().getHeader(CONTENT_TYPE);
        boolean json = types != null
                && Arrays.stream(types.split(","))
                        .map(type -> type.split(";", 2)[0].strip())
                        .allMatch(JSON::equalsIgnoreCase);
        if (json) {
            context.next();
        } else {
            refuse(context, 415, "send the request as " + JSON);
        }
    }

    private void post(RoutingContext context) {
        GraphQLRequest request;
        try {
            request = GraphQLRequest.parse(bytes(context.body().buffer()));
        } catch (GraphQLRequest.Malformed e) {
            refuse(context, 400, e.getMessage());
            return;
        }
        String type = responseType(context);
        Context eventLoop = context.vertx().getOrCreateContext();
        executor.execute(() -> {
            if (context.response().closed()) {
                // the client has hung up while its request was waiting
                return;
            }
            try {
                Answer answer = answer(request, type);
                eventLoop.runOnContext(ignored -> send(context, answer, type));
            } catch (Throwable e) {
                // nobody else answers the client: even what cannot be mended must end its request
                eventLoop.runOnContext(ignored -> context.fail(e));
            }
        });
    }

    /** A request without a body has no buffer either. */
    private static byte[] bytes(Buffer body) {
        return body == null ? new byte[0] : body.getBytes();
    }

    /** The media type that was agreed on; a client that names none takes any. */
    private static String responseType(RoutingContext context) {
        String agreed = context.getAcceptableContentType();
        return agreed == null ? GRAPHQL_RESPONSE : agreed;
    }

    private record Answer(int status, Buffer body) {}

    /** A request that was not executed is an error of HTTP too, over the newer media type or where we failed. */
    private Answer answer(GraphQLRequest request, String type) {
        ExecutionResult result = engine.execute(request);
        int status = 200;
        if (!result.isDataPresent()) {
            boolean failed = result.getErrors().stream().anyMatch(ErrorShaping::isInternal);
            status = failed ? 500 : type.equals(JSON) ? 200 : 400;
        }
        return new Answer(status, Json.encodeToBuffer(result.toSpecification()));
    }

    private static void send(RoutingContext context, Answer answer, String type) {
        // a client that has hung up gets nothing and costs nothing
        if (!context.response().closed()) {
            context.response()
                    .setStatusCode(answer.status())
                    .putHeader(CONTENT_TYPE, type + "; charset=utf-8")
                    .end(answer.body());
        }
    }

    private static void refuse(RoutingContext context, int status, String message) {
        GraphQLError error = new CodedError(message, ErrorShaping.BAD_REQUEST);
        Buffer body = Json.encodeToBuffer(Map.of("errors", List.of(error.toSpecification())));
        String accepted = context.getAcceptableContentType();
        send(context, new Answer(status, body), accepted == null ? JSON : accepted);
    }
}
