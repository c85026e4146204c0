package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.IF_NONE_MATCH;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.Execution;
import org.bluehelmets.execution.GraphQLEngine;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.Operation;
import org.bluehelmets.observing.Observation;
import org.bluehelmets.observing.Observing;
import org.bluehelmets.observing.Outcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers requests that are well formed: waits for a thread, executes them there, and sends what they gave. */
@ApplicationScoped
class Requests {

    private static final String PRIVATE = "private, no-cache";
    private final Callers callers;
    private final GraphQLEngine engine;
    private final Mutations mutations;
    private final PersistedDocuments documents;
    private final ETags etags;
    private final Watch watch;
    private final Observing observing;
    private final Workers workers;
    private final String cacheControl;

    Requests(
            Callers callers,
            GraphQLEngine engine,
            Mutations mutations,
            PersistedDocuments documents,
            ETags etags,
            Watch watch,
            Observing observing,
            Workers workers,
            CacheConfig cache,
            @ConfigProperty(name = "bluehelmets.access.closed") boolean closed) {
        this.callers = callers;
        this.engine = engine;
        this.mutations = mutations;
        this.documents = documents;
        this.etags = etags;
        this.watch = watch;
        this.observing = observing;
        this.workers = workers;
        // what not everybody may read, no shared cache may keep
        this.cacheControl = closed ? PRIVATE : cache.control();
    }

    /** Where anybody may read, only who changes data is asked for credentials. */
    void answer(RoutingContext context, RequestBody body) {
        Asked asked = new Asked(context);
        callers.reader(context, (caller, refusal) -> {
            if (refusal != null) {
                asked.end(refusal.to(context));
            } else {
                if (Callers.mayHaveWritten(context, caller)) {
                    asked.work.execution.seeAllChanges();
                }
                asked.on(workers.readers(), () -> answer(asked, body));
            }
        });
    }

    /** Answers a mutation where its sender may change data. */
    private void change(Asked asked, GraphQLRequest request, Operation operation, String type) {
        RoutingContext context = asked.context;
        callers.editor(context, (caller, refused) -> {
            Refusal refusal = refused == null ? Mutations.refusalOfKey(context) : refused;
            if (refusal != null) {
                asked.end(refusal.to(context));
            } else if (!operation.errors().isEmpty()) {
                asked.end(Response.errors(type, operation.errors()));
            } else {
                asked.on(
                        workers.writer(),
                        () -> mutations.answer(context, request, operation, asked.work.execution, caller, type));
            }
        });
    }

    /** A request over HTTP, and the work that it makes. */
    private final class Asked {

        final RoutingContext context;
        final Context eventLoop;
        final Work work;

        Asked(RoutingContext context) {
            this.context = context;
            eventLoop = context.vertx().getOrCreateContext();
            work = new Work(observing.begin(), watch, eventLoop).watched();
            context.response().closeHandler(closed -> work.hungUp());
        }

        /** @param answer null where it is answered by other work */
        void on(Executor executor, Supplier<Response> answer) {
            work.on(
                    executor,
                    () -> {
                        if (work.execution.brokenOff() == Execution.Cause.HANG_UP) {
                            // while its request was waiting
                            work.end(() -> work.observation.finished(0, 0, Outcome.HANG_UP));
                            return;
                        }
                        Response response = answer.get();
                        if (response != null) {
                            end(response);
                        }
                    },
                    () -> end(workers.overloaded().to(context)),
                    failure -> work.end(() -> {
                        work.observation.finished(500, 0, ErrorCode.INTERNAL);
                        context.fail(failure);
                    }));
        }

        void end(Response response) {
            work.end(() -> send(context, response, work.observation));
        }
    }

    /** Answers a request that is not well formed, or cannot be for another reason. */
    void refuse(RoutingContext context, int status, String message) {
        Response.refusal(context, status, message).send(context, null, observing.begin());
    }

    void refuse(RoutingContext context, int status, GraphQLError error) {
        Response.refusal(context, status, error).send(context, null, observing.begin());
    }

    private void send(RoutingContext context, Response response, Observation observation) {
        response.send(context, isGet(context) ? cacheControl : null, observation);
    }

    private static boolean isGet(RoutingContext context) {
        return context.request().method() == HttpMethod.GET;
    }

    private Response answer(Asked asked, RequestBody body) {
        RoutingContext context = asked.context;
        PersistedDocuments.Found document;
        try {
            document = documents.document(body);
        } catch (PersistedDocuments.Refused e) {
            return e.refusal.to(context);
        }
        GraphQLRequest request = new GraphQLRequest(document.text(), body.operationName(), body.variables());
        String type = MediaTypes.accepted(context);
        Operation operation = engine.prepare(request);
        asked.work.observation.is(operation, document.trusted());
        if (!operation.errors().isEmpty() && !operation.isMutation()) {
            return Response.errors(type, operation.errors());
        }
        if (operation.isSubscription()) {
            return Response.refusal(context, 400, "subscribe over WebSocket, by the protocol " + LiveProtocol.NAME);
        }
        if (isGet(context) && !operation.isQuery()) {
            context.response().putHeader(ALLOW, HttpMethod.POST.name());
            return Response.refusal(context, 405, "send what changes data by POST; GET is for queries");
        }
        if (!operation.isQuery()) {
            asked.eventLoop.runOnContext(ignored -> change(asked, request, operation, type));
            return null;
        }
        ETags.IfNoneMatch seen =
                ETags.IfNoneMatch.of(context.request().headers().getAll(IF_NONE_MATCH));
        String[] etag = new String[1];
        ExecutionResult result = engine.execute(request, operation, asked.work.execution, state -> {
            etag[0] = etags.of(state, request, type);
            return seen.names(etag[0]);
        });
        boolean isAny = result != null
                && seen.isAny()
                && result.isDataPresent()
                && result.getErrors().isEmpty();
        if (result == null || isAny) {
            return new Response(304, type, null, etag[0], Outcome.NOT_MODIFIED);
        }
        return Response.of(result, type, etag[0]);
    }
}
