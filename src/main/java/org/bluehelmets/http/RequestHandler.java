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
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.QueryExecutor;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.execution.RequestPreparer;
import org.bluehelmets.observability.Outcome;
import org.bluehelmets.observability.RequestObservation;
import org.bluehelmets.observability.RequestObserver;
import org.bluehelmets.security.RequestAuthenticator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers requests that are well formed: waits for a thread, executes them there, and sends what they gave. */
@ApplicationScoped
class RequestHandler {

    private static final String PRIVATE = "private, no-cache";
    private final RequestAuthenticator callers;
    private final RequestPreparer preparer;
    private final QueryExecutor queries;
    private final MutationHandler mutations;
    private final PersistedDocumentStore documents;
    private final ETagGenerator etags;
    private final RequestTimeouts watch;
    private final RequestObserver observing;
    private final RequestExecutors workers;
    private final String cacheControl;

    RequestHandler(
            RequestAuthenticator callers,
            RequestPreparer preparer,
            QueryExecutor queries,
            MutationHandler mutations,
            PersistedDocumentStore documents,
            ETagGenerator etags,
            RequestTimeouts watch,
            RequestObserver observing,
            RequestExecutors workers,
            CacheControlConfig cache,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean closed) {
        this.callers = callers;
        this.preparer = preparer;
        this.queries = queries;
        this.mutations = mutations;
        this.documents = documents;
        this.etags = etags;
        this.watch = watch;
        this.observing = observing;
        this.workers = workers;
        // what not everybody may read, no shared cache may keep
        this.cacheControl = closed ? PRIVATE : cache.cacheControl();
    }

    /** Where anybody may read, only who changes data is asked for credentials. */
    void answer(RoutingContext context, RequestParameters body) {
        Asked asked = new Asked(context);
        callers.reader(context, (caller, refusal) -> {
            if (refusal != null) {
                asked.end(GraphQLResponse.refusal(context, refusal));
            } else {
                if (RequestAuthenticator.mayHaveWritten(context, caller)) {
                    asked.work.execution.requireOwnWrites();
                }
                asked.on(workers.readers(), () -> answer(asked, body));
            }
        });
    }

    /** Answers a mutation where its sender may change data. */
    private void change(Asked asked, GraphQLRequest request, PreparedOperation operation, String type) {
        RoutingContext context = asked.context;
        callers.editor(context, (caller, refused) -> {
            RequestError refusal = refused == null ? MutationHandler.refusalOfKey(context) : refused;
            if (refusal != null) {
                asked.end(GraphQLResponse.refusal(context, refusal));
            } else if (!operation.errors().isEmpty()) {
                asked.end(GraphQLResponse.errors(type, operation.errors()));
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
        final RequestTask work;

        Asked(RoutingContext context) {
            this.context = context;
            eventLoop = context.vertx().getOrCreateContext();
            work = new RequestTask(observing.begin(), watch, eventLoop).watched();
            context.response().closeHandler(closed -> work.hungUp());
        }

        /** @param answer null where it is answered by other work */
        void on(Executor executor, Supplier<GraphQLResponse> answer) {
            work.on(
                    executor,
                    () -> {
                        if (work.execution.cause() == CancellationToken.Cause.CLIENT_DISCONNECTED) {
                            // while its request was waiting
                            work.end(() -> work.observation.finished(0, 0, Outcome.CLIENT_DISCONNECTED));
                            return;
                        }
                        GraphQLResponse response = answer.get();
                        if (response != null) {
                            end(response);
                        }
                    },
                    () -> end(GraphQLResponse.refusal(context, workers.overloaded())),
                    failure -> work.end(() -> {
                        work.observation.finished(500, 0, ErrorCode.INTERNAL);
                        context.fail(failure);
                    }));
        }

        void end(GraphQLResponse response) {
            work.end(() -> send(context, response, work.observation));
        }
    }

    /** Answers a request that is not well formed, or cannot be for another reason. */
    void refuse(RoutingContext context, int status, String message) {
        GraphQLResponse.refusal(context, status, message).send(context, null, observing.begin());
    }

    void refuse(RoutingContext context, int status, GraphQLError error) {
        GraphQLResponse.refusal(context, status, error).send(context, null, observing.begin());
    }

    private void send(RoutingContext context, GraphQLResponse response, RequestObservation observation) {
        response.send(context, isGet(context) ? cacheControl : null, observation);
    }

    private static boolean isGet(RoutingContext context) {
        return context.request().method() == HttpMethod.GET;
    }

    private GraphQLResponse answer(Asked asked, RequestParameters body) {
        RoutingContext context = asked.context;
        PersistedDocumentStore.Found document;
        try {
            document = documents.document(body);
        } catch (PersistedDocumentStore.Refused e) {
            return GraphQLResponse.refusal(context, e.refusal);
        }
        GraphQLRequest request = new GraphQLRequest(document.text(), body.operationName(), body.variables());
        String type = ContentNegotiation.accepted(context);
        PreparedOperation operation = preparer.prepare(request);
        asked.work.observation.is(operation, document.trusted());
        if (!operation.errors().isEmpty() && !operation.isMutation()) {
            return GraphQLResponse.errors(type, operation.errors());
        }
        if (operation.isSubscription()) {
            return GraphQLResponse.refusal(
                    context, 400, "subscribe over WebSocket, by the protocol graphql-transport-ws");
        }
        if (isGet(context) && !operation.isQuery()) {
            context.response().putHeader(ALLOW, HttpMethod.POST.name());
            return GraphQLResponse.refusal(context, 405, "send what changes data by POST; GET is for queries");
        }
        if (!operation.isQuery()) {
            asked.eventLoop.runOnContext(ignored -> change(asked, request, operation, type));
            return null;
        }
        ETagGenerator.IfNoneMatch seen =
                ETagGenerator.IfNoneMatch.of(context.request().headers().getAll(IF_NONE_MATCH));
        String[] etag = new String[1];
        ExecutionResult result = queries.execute(request, operation, asked.work.execution, state -> {
            etag[0] = etags.of(state, request, type);
            return seen.names(etag[0]);
        });
        boolean isAny = result != null
                && seen.isAny()
                && result.isDataPresent()
                && result.getErrors().isEmpty();
        if (result == null || isAny) {
            return new GraphQLResponse(304, type, null, etag[0], Outcome.NOT_MODIFIED);
        }
        return GraphQLResponse.of(result, type, etag[0]);
    }
}
