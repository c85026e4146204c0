package org.bluehelmets.http;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.IF_NONE_MATCH;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.QueryExecutor;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.execution.RequestPreparer;
import org.bluehelmets.observability.Outcome;
import org.bluehelmets.observability.RequestObserver;
import org.bluehelmets.security.RequestAuthenticator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Handles parsed requests over HTTP: authenticates the client, executes the operation and sends the response. */
@ApplicationScoped
class RequestHandler {

    private static final String PRIVATE = "private, no-cache";

    private final RequestAuthenticator authenticator;
    private final RequestPreparer preparer;
    private final QueryExecutor queries;
    private final MutationHandler mutations;
    private final PersistedDocumentStore documents;
    private final ETagGenerator etags;
    private final RequestContextFactory contexts;
    private final RequestObserver observer;
    private final RequestExecutors executors;
    private final String cacheControl;

    RequestHandler(
            RequestAuthenticator authenticator,
            RequestPreparer preparer,
            QueryExecutor queries,
            MutationHandler mutations,
            PersistedDocumentStore documents,
            ETagGenerator etags,
            RequestContextFactory contexts,
            RequestObserver observer,
            RequestExecutors executors,
            CacheControlConfig cache,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean authRequired) {
        this.authenticator = authenticator;
        this.preparer = preparer;
        this.queries = queries;
        this.mutations = mutations;
        this.documents = documents;
        this.etags = etags;
        this.contexts = contexts;
        this.observer = observer;
        this.executors = executors;
        // shared caches must not store responses that need authentication
        this.cacheControl = authRequired ? PRIVATE : cache.cacheControl();
    }

    /** Handles a request. Unless reading requires authentication, only mutations authenticate their client. */
    void handle(RoutingContext http, RequestParameters parameters) {
        RequestContext request = contexts.create(http.vertx().getOrCreateContext());
        request.startTimeout();
        http.response().closeHandler(closed -> request.onClientDisconnected());
        authenticator.authenticateReader(http, (identity, error) -> {
            if (error != null) {
                finish(http, request, GraphQLResponse.error(http, error));
                return;
            }
            if (RequestAuthenticator.mayHaveWritten(http, identity)) {
                request.token().requireOwnWrites();
            }
            execute(http, request, executors.queries(), () -> prepare(http, request, parameters));
        });
    }

    /** Rejects a request that is not executed. */
    void reject(RoutingContext http, int status, String message) {
        GraphQLResponse.error(http, status, message).send(http, null, observer.start());
    }

    void reject(RoutingContext http, int status, GraphQLError error) {
        GraphQLResponse.error(http, status, error).send(http, null, observer.start());
    }

    /** @param task returns the response; null if another task finishes the request */
    private void execute(
            RoutingContext http, RequestContext request, Executor executor, Supplier<GraphQLResponse> task) {
        request.execute(
                executor,
                () -> {
                    if (request.isClientDisconnected()) {
                        // while the request was queued
                        request.finish(() -> request.observation().finish(0, 0, Outcome.CLIENT_DISCONNECTED));
                        return;
                    }
                    GraphQLResponse response = task.get();
                    if (response != null) {
                        finish(http, request, response);
                    }
                },
                () -> finish(http, request, GraphQLResponse.error(http, executors.overloaded())),
                failure -> request.finish(() -> {
                    request.observation().finish(500, 0, ErrorCode.INTERNAL);
                    http.fail(failure);
                }));
    }

    private void finish(RoutingContext http, RequestContext request, GraphQLResponse response) {
        request.finish(() -> response.send(http, isGet(http) ? cacheControl : null, request.observation()));
    }

    private static boolean isGet(RoutingContext http) {
        return http.request().method() == HttpMethod.GET;
    }

    /** Prepares the operation and executes it if it is a query. */
    private GraphQLResponse prepare(RoutingContext http, RequestContext request, RequestParameters parameters) {
        PersistedDocumentStore.Document document;
        try {
            document = documents.resolve(parameters);
        } catch (PersistedDocumentStore.RejectedException e) {
            return GraphQLResponse.error(http, e.error());
        }
        GraphQLRequest graphql =
                new GraphQLRequest(document.text(), parameters.operationName(), parameters.variables());
        String mediaType = ContentNegotiation.select(http);
        PreparedOperation operation = preparer.prepare(graphql);
        request.observation().setOperation(operation, document.trusted());
        if (!operation.errors().isEmpty() && !operation.isMutation()) {
            return GraphQLResponse.errors(mediaType, operation.errors());
        }
        if (operation.isSubscription()) {
            return GraphQLResponse.error(
                    http, 400, "Subscriptions need WebSocket with the protocol graphql-transport-ws");
        }
        if (operation.isQuery()) {
            return executeQuery(http, request, graphql, operation, mediaType);
        }
        if (isGet(http)) {
            http.response().putHeader(ALLOW, HttpMethod.POST.name());
            return GraphQLResponse.error(http, 405, "Mutations need POST; GET is for queries only");
        }
        request.runOnEventLoop(() -> executeMutation(http, request, graphql, operation, mediaType));
        return null;
    }

    private GraphQLResponse executeQuery(
            RoutingContext http,
            RequestContext request,
            GraphQLRequest graphql,
            PreparedOperation operation,
            String mediaType) {
        ETagGenerator.IfNoneMatch ifNoneMatch =
                ETagGenerator.IfNoneMatch.parse(http.request().headers().getAll(IF_NONE_MATCH));
        String[] etag = new String[1];
        ExecutionResult result = queries.execute(graphql, operation, request.token(), state -> {
            etag[0] = etags.generate(state, graphql, mediaType);
            return ifNoneMatch.contains(etag[0]);
        });
        boolean matchesAny = result != null
                && ifNoneMatch.isAny()
                && result.isDataPresent()
                && result.getErrors().isEmpty();
        if (result == null || matchesAny) {
            return new GraphQLResponse(304, mediaType, null, etag[0], Outcome.NOT_MODIFIED);
        }
        return GraphQLResponse.of(result, mediaType, etag[0]);
    }

    private void executeMutation(
            RoutingContext http,
            RequestContext request,
            GraphQLRequest graphql,
            PreparedOperation operation,
            String mediaType) {
        authenticator.authenticateEditor(http, (editor, authenticationError) -> {
            RequestError error =
                    authenticationError == null ? MutationHandler.checkIdempotencyKey(http) : authenticationError;
            if (error != null) {
                finish(http, request, GraphQLResponse.error(http, error));
            } else if (!operation.errors().isEmpty()) {
                finish(http, request, GraphQLResponse.errors(mediaType, operation.errors()));
            } else {
                execute(
                        http,
                        request,
                        executors.mutations(),
                        () -> mutations.execute(http, graphql, operation, request.token(), editor, mediaType));
            }
        });
    }
}
