package org.bluehelmets.http;

import graphql.ExecutionResult;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.bluehelmets.execution.CancellationToken;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.IdempotentResponder;
import org.bluehelmets.execution.MutationExecutor;
import org.bluehelmets.execution.PreparedOperation;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.observability.Outcome;

/** Executes mutations. Requests with the same idempotency key are executed once. */
@ApplicationScoped
public class MutationHandler {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final MutationExecutor executor;

    MutationHandler(MutationExecutor executor) {
        this.executor = executor;
    }

    /** Checks the header Idempotency-Key. Returns the error; null if the key is valid or absent. */
    static RequestError checkIdempotencyKey(RoutingContext http) {
        String key = idempotencyKey(http);
        return key == null || IdempotencyStore.isValidKey(key)
                ? null
                : RequestError.of(
                        400,
                        ErrorCode.BAD_REQUEST,
                        IDEMPOTENCY_KEY + " must have 1 to 200 ASCII characters without spaces");
    }

    private static String idempotencyKey(RoutingContext http) {
        return http.request().getHeader(IDEMPOTENCY_KEY);
    }

    /** Executes a mutation over HTTP. */
    GraphQLResponse execute(
            RoutingContext http,
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken token,
            SecurityIdentity editor,
            String mediaType) {
        HttpResponder responder = new HttpResponder(http, idempotencyKey(http), RequestHash.of(request), mediaType);
        return executor.execute(request, operation, token, editor.getPrincipal().getName(), responder);
    }

    /** Executes a mutation over WebSocket, where requests have no idempotency keys. */
    public ExecutionResult execute(
            GraphQLRequest request, PreparedOperation operation, CancellationToken token, SecurityIdentity editor) {
        return executor.execute(
                request, operation, token, editor.getPrincipal().getName(), WebSocketResponder.INSTANCE);
    }

    private enum WebSocketResponder implements IdempotentResponder<ExecutionResult> {
        INSTANCE;

        @Override
        public ExecutionResult findStoredResponse() {
            return null;
        }

        @Override
        public ExecutionResult toResponse(ExecutionResult result) {
            return result;
        }

        @Override
        public void storeResponse(ExecutionResult response) {
            // a repeated request is executed again
        }
    }

    /** @param key the idempotency key; null if the client sent none, so that a repeated request is executed again */
    private record HttpResponder(RoutingContext http, String key, String requestHash, String mediaType)
            implements IdempotentResponder<GraphQLResponse> {

        @Override
        public GraphQLResponse findStoredResponse() {
            if (key == null) {
                return null;
            }
            try {
                String response = IdempotencyStore.findResponse(key, requestHash);
                return response == null
                        ? null
                        : new GraphQLResponse(200, mediaType, Buffer.buffer(response), null, Outcome.OK);
            } catch (IdempotencyStore.KeyReusedException e) {
                return GraphQLResponse.error(
                        http,
                        422,
                        IDEMPOTENCY_KEY + " was used for a different request; use a new key for each request");
            }
        }

        @Override
        public GraphQLResponse toResponse(ExecutionResult result) {
            return GraphQLResponse.of(result, mediaType, null);
        }

        @Override
        public void storeResponse(GraphQLResponse response) {
            if (key != null) {
                IdempotencyStore.storeResponse(key, requestHash, response.body().toString());
            }
        }
    }
}
