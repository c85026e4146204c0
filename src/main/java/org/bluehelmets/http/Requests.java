package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.IF_NONE_MATCH;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.bluehelmets.execution.CodedError;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.Execution;
import org.bluehelmets.execution.GraphQLEngine;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.Operation;
import org.bluehelmets.ingest.Importer;
import org.bluehelmets.observing.Observation;
import org.bluehelmets.observing.Observing;
import org.bluehelmets.observing.Outcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/** Answers requests that are well formed: waits for a thread, executes them there, and sends what they gave. */
@ApplicationScoped
class Requests {

    private final GraphQLEngine engine;
    private final PersistedDocuments documents;
    private final ETags etags;
    private final Watch watch;
    private final Observing observing;
    private final Executor executor;
    private final int queue;
    private final String cacheControl;

    Requests(
            GraphQLEngine engine,
            PersistedDocuments documents,
            ETags etags,
            Watch watch,
            Observing observing,
            ExecutorService threads,
            LimitsConfig limits,
            CacheConfig cache,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.engine = engine;
        this.documents = documents;
        this.etags = etags;
        this.watch = watch;
        this.observing = observing;
        this.queue = limits.queue();
        this.cacheControl = cache.control();
        // as many at a time as there are connections, but those for exports and an import: more would only wait for one
        // with a thread in hand
        int most = Math.max(1, connections - ExportResource.MOST_AT_ONCE - Importer.CONNECTIONS);
        this.executor = ViewExecutor.builder(threads)
                .setMaxSize(most)
                .setQueueLimit(queue)
                .build();
    }

    void answer(RoutingContext context, RequestBody body) {
        Observation observation = observing.begin();
        Execution execution = new Execution();
        Watch.Over watched = watch.over(execution);
        context.response().closeHandler(closed -> watched.hungUp());
        Context eventLoop = context.vertx().getOrCreateContext();
        try {
            executor.execute(() -> {
                if (execution.brokenOff() == Execution.Cause.HANG_UP) {
                    // while its request was waiting
                    watched.close();
                    eventLoop.runOnContext(ignored -> observation.finished(0, 0, Outcome.HANG_UP));
                    return;
                }
                try {
                    Response response = answer(context, body, execution, observation);
                    eventLoop.runOnContext(ignored -> send(context, response, observation));
                } catch (Throwable e) {
                    // nobody else answers the client: even what cannot be mended must end its request
                    eventLoop.runOnContext(ignored -> {
                        observation.finished(500, 0, ErrorCode.INTERNAL);
                        context.fail(e);
                    });
                } finally {
                    watched.close();
                }
            });
        } catch (RejectedExecutionException e) {
            watched.close();
            send(context, Response.refusal(context, 503, overloaded()), observation);
        }
    }

    /** Answers a request that is not well formed, or cannot be for another reason. */
    void refuse(RoutingContext context, int status, String message) {
        Response.refusal(context, status, message).send(context, null, observing.begin());
    }

    private CodedError overloaded() {
        return new CodedError(
                "The service has more to do than it can; try again in a moment",
                Map.of("code", ErrorCode.OVERLOADED, "limit", "queue", "allowed", queue));
    }

    private void send(RoutingContext context, Response response, Observation observation) {
        response.send(context, isGet(context) ? cacheControl : null, observation);
    }

    private static boolean isGet(RoutingContext context) {
        return context.request().method() == HttpMethod.GET;
    }

    private Response answer(RoutingContext context, RequestBody body, Execution execution, Observation observation) {
        PersistedDocuments.Found document;
        try {
            document = documents.document(body);
        } catch (PersistedDocuments.Refused e) {
            return Response.refusal(context, e.status, e.error);
        }
        GraphQLRequest request = new GraphQLRequest(document.text(), body.operationName(), body.variables());
        String type = MediaTypes.accepted(context);
        Operation operation = engine.prepare(request);
        observation.is(operation, document.trusted());
        if (!operation.errors().isEmpty()) {
            return errors(type, operation.errors());
        }
        if (isGet(context) && !operation.isQuery()) {
            context.response().putHeader(ALLOW, HttpMethod.POST.name());
            return Response.refusal(context, 405, "send what changes data by POST; GET is for queries");
        }
        String seen = operation.isQuery() ? context.request().getHeader(IF_NONE_MATCH) : null;
        String[] etag = new String[1];
        ExecutionResult result = engine.execute(request, operation, execution, version -> {
            etag[0] = operation.isQuery() ? etags.of(version, request, type) : null;
            return seen != null && ETags.matches(seen, etag[0]);
        });
        observation.sent(execution.statements());
        if (result == null) {
            return new Response(304, type, null, etag[0], Outcome.NOT_MODIFIED);
        }
        if (!result.isDataPresent()) {
            return errors(type, result.getErrors());
        }
        return new Response(
                200,
                type,
                Json.encodeToBuffer(result.toSpecification()),
                result.getErrors().isEmpty() ? etag[0] : null,
                Outcome.of(result.getErrors()));
    }

    /** A request that was not executed is an error of HTTP too, over the newer media type or where we failed. */
    private static Response errors(String type, List<GraphQLError> errors) {
        int status = type.equals(MediaTypes.JSON) ? 200 : 400;
        if (errors.stream().anyMatch(error -> CodedError.is(error, ErrorCode.INTERNAL))) {
            status = 500;
        } else if (errors.stream().anyMatch(error -> CodedError.is(error, ErrorCode.TIMEOUT))) {
            status = 503;
        }
        List<Map<String, Object>> specified =
                errors.stream().map(GraphQLError::toSpecification).toList();
        return new Response(status, type, Json.encodeToBuffer(Map.of("errors", specified)), null, Outcome.of(errors));
    }
}
