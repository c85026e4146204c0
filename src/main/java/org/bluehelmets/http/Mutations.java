package org.bluehelmets.http;

import graphql.ExecutionResult;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.bluehelmets.execution.Answering;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.Execution;
import org.bluehelmets.execution.GraphQLEngine;
import org.bluehelmets.execution.GraphQLRequest;
import org.bluehelmets.execution.Operation;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.StorableText;
import org.bluehelmets.observing.Outcome;

/** Answers requests that change data: of editors only, and the same request with the same key only once. */
@ApplicationScoped
class Mutations {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** As the table of first answers has it. */
    private static final int LONGEST_NAME = 200;

    private final GraphQLEngine engine;

    Mutations(GraphQLEngine engine) {
        this.engine = engine;
    }

    /**
     * Why somebody may not change data; null where they may.
     *
     * @param caller null for who has sent no credentials
     */
    static Refusal refusal(SecurityIdentity caller) {
        if (caller == null) {
            return Refusal.unauthenticated("Send an editor's credentials to change data");
        }
        if (!caller.hasRole(EditorToken.EDITOR)) {
            return Refusal.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "To change data takes the role editor, which these credentials do not have");
        }
        String name = caller.getPrincipal().getName();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || !StorableText.is(name)) {
            return Refusal.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The token must name its user, in at most %s characters, for the history".formatted(LONGEST_NAME));
        }
        if (name.equals(Revision.IMPORT)) {
            return Refusal.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The history calls files \"%s\"; come as a user of another name".formatted(Revision.IMPORT));
        }
        return null;
    }

    /** Why the key of a request cannot be one; null where it can, or there is none. */
    static Refusal refusalOfKey(RoutingContext context) {
        String key = key(context);
        return key == null || FirstAnswers.isKey(key)
                ? null
                : Refusal.of(
                        400,
                        ErrorCode.BAD_REQUEST,
                        IDEMPOTENCY_KEY + " has 1 to 200 characters of ASCII, and no blanks");
    }

    private static String key(RoutingContext context) {
        return context.request().getHeader(IDEMPOTENCY_KEY);
    }

    /** Executes a request over HTTP that was not refused. */
    Response answer(
            RoutingContext context,
            GraphQLRequest request,
            Operation operation,
            Execution execution,
            SecurityIdentity caller,
            String type) {
        Once once = new Once(context, key(context), Fingerprint.of(request), type);
        return engine.change(
                request, operation, execution, caller.getPrincipal().getName(), once);
    }

    /** Executes a request over WebSocket that was not refused. */
    ExecutionResult answer(GraphQLRequest request, Operation operation, Execution execution, SecurityIdentity caller) {
        return engine.change(
                request, operation, execution, caller.getPrincipal().getName(), EachTime.ANSWER);
    }

    /** Without keys, a repeated request is executed again. */
    private enum EachTime implements Answering<ExecutionResult> {
        ANSWER;

        @Override
        public ExecutionResult before() {
            return null;
        }

        @Override
        public ExecutionResult of(ExecutionResult result) {
            return result;
        }

        @Override
        public void keep(ExecutionResult answer) {
            // for nobody
        }
    }

    /** @param key null where a repeated request is to be executed again */
    private record Once(RoutingContext context, String key, String request, String type)
            implements Answering<Response> {

        @Override
        public Response before() {
            if (key == null) {
                return null;
            }
            try {
                String answer = FirstAnswers.find(key, request);
                return answer == null ? null : new Response(200, type, Buffer.buffer(answer), null, Outcome.OK);
            } catch (FirstAnswers.OtherRequest e) {
                return Response.refusal(
                        context, 422, IDEMPOTENCY_KEY + " came with another request before; give each its own");
            }
        }

        @Override
        public Response of(ExecutionResult result) {
            return Response.of(result, type, null);
        }

        @Override
        public void keep(Response answer) {
            if (key != null) {
                FirstAnswers.keep(key, request, answer.body().toString());
            }
        }
    }
}
