package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.netty.handler.codec.http.HttpUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private final ObjectMapper json;
    private final String path;

    GraphQLEndpoint(
            GraphQLEngine engine,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path) {
        this.engine = engine;
        this.json = json;
        this.path = "/" + path;
    }

    void addTo(@Observes Router router) {
        // Only JSON is read, so that no page of another site can send a request without asking first.
        router.post(path)
                .order(FIRST)
                .consumes(JSON)
                .produces(GRAPHQL_RESPONSE)
                .produces(JSON)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(this::post);
        router.route(path).order(FIRST).handler(GraphQLEndpoint::refuseOther);
    }

    private static void refuseOther(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST) {
            context.response().putHeader(ALLOW, HttpMethod.POST.name());
            refuse(context, 405, "send GraphQL requests by POST");
        } else if (!JSON.contentEquals(mediaType(context.request().getHeader(CONTENT_TYPE)))) {
            refuse(context, 415, "send the request as " + JSON);
        } else {
            refuse(context, 406, "answers come as " + GRAPHQL_RESPONSE + " or " + JSON);
        }
    }

    private static CharSequence mediaType(String contentType) {
        return contentType == null ? "" : HttpUtil.getMimeType(contentType.toLowerCase(Locale.ROOT));
    }

    private void post(RoutingContext context) {
        GraphQLRequest request;
        try {
            request = GraphQLRequest.parse(context.body().buffer().getBytes());
        } catch (GraphQLRequest.Malformed e) {
            refuse(context, 400, e.getMessage());
            return;
        }
        String type = context.getAcceptableContentType();
        context.vertx()
                .executeBlocking(() -> write(engine.execute(request), type), false)
                .onSuccess(answer -> send(context, answer, type))
                .onFailure(context::fail);
    }

    private record Answer(int status, byte[] body) {}

    /** Over the newer media type a request that was not executed is an error of HTTP too. */
    private Answer write(ExecutionResult result, String type) throws JsonProcessingException {
        int status = result.isDataPresent() || type.equals(JSON) ? 200 : 400;
        return new Answer(status, json.writeValueAsBytes(result.toSpecification()));
    }

    private static void send(RoutingContext context, Answer answer, String type) {
        // a client that has hung up gets nothing and costs nothing
        if (!context.response().closed()) {
            context.response()
                    .setStatusCode(answer.status())
                    .putHeader(CONTENT_TYPE, type + "; charset=utf-8")
                    .end(Buffer.buffer(answer.body()));
        }
    }

    private static void refuse(RoutingContext context, int status, String message) {
        GraphQLError error = new CodedError(message, ErrorShaping.BAD_REQUEST);
        byte[] body = Json.encodeToBuffer(Map.of("errors", List.of(error.toSpecification())))
                .getBytes();
        String accepted = context.getAcceptableContentType();
        send(context, new Answer(status, body), accepted == null ? JSON : accepted);
    }
}
