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

/** Answers requests that change data: of editors only, and the same request with the same key only once. */
@ApplicationScoped
public class MutationHandler {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final MutationExecutor executor;

    MutationHandler(MutationExecutor executor) {
        this.executor = executor;
    }

    /** Why the key of a request cannot be one; null where it can, or there is none. */
    static RequestError refusalOfKey(RoutingContext context) {
        String key = key(context);
        return key == null || IdempotencyStore.isKey(key)
                ? null
                : RequestError.of(
                        400,
                        ErrorCode.BAD_REQUEST,
                        IDEMPOTENCY_KEY + " has 1 to 200 characters of ASCII, and no blanks");
    }

    private static String key(RoutingContext context) {
        return context.request().getHeader(IDEMPOTENCY_KEY);
    }

    /** Executes a request over HTTP that was not refused. */
    public GraphQLResponse answer(
            RoutingContext context,
            GraphQLRequest request,
            PreparedOperation operation,
            CancellationToken execution,
            SecurityIdentity caller,
            String type) {
        Once once = new Once(context, key(context), RequestHash.of(request), type);
        return executor.execute(
                request, operation, execution, caller.getPrincipal().getName(), once);
    }

    /** Executes a request over WebSocket that was not refused. */
    public ExecutionResult answer(
            GraphQLRequest request, PreparedOperation operation, CancellationToken execution, SecurityIdentity caller) {
        return executor.execute(
                request, operation, execution, caller.getPrincipal().getName(), EachTime.ANSWER);
    }

    /** Without keys, a repeated request is executed again. */
    private enum EachTime implements IdempotentResponder<ExecutionResult> {
        ANSWER;

        @Override
        public ExecutionResult previousResponse() {
            return null;
        }

        @Override
        public ExecutionResult toResponse(ExecutionResult result) {
            return result;
        }

        @Override
        public void store(ExecutionResult response) {
            // for nobody
        }
    }

    /** @param key null where a repeated request is to be executed again */
    private record Once(RoutingContext context, String key, String request, String type)
            implements IdempotentResponder<GraphQLResponse> {

        @Override
        public GraphQLResponse previousResponse() {
            if (key == null) {
                return null;
            }
            try {
                String answer = IdempotencyStore.find(key, request);
                return answer == null ? null : new GraphQLResponse(200, type, Buffer.buffer(answer), null, Outcome.OK);
            } catch (IdempotencyStore.OtherRequest e) {
                return GraphQLResponse.refusal(
                        context, 422, IDEMPOTENCY_KEY + " came with another request before; give each its own");
            }
        }

        @Override
        public GraphQLResponse toResponse(ExecutionResult result) {
            return GraphQLResponse.of(result, type, null);
        }

        @Override
        public void store(GraphQLResponse response) {
            if (key != null) {
                IdempotencyStore.keep(key, request, response.body().toString());
            }
        }
    }
}
