package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers requests that are no GraphQL where the service fails. The framework would answer with details and, in tests and
 * in development, a stack trace; the client gets an id, under which the log has the cause.
 */
class UnexpectedErrorMapper {

    @ServerExceptionMapper
    Response answer(RuntimeException failure) {
        // such as a path that is none: no failure of the service
        return failure instanceof WebApplicationException refusal ? refusal.getResponse() : log(failure);
    }

    @ServerExceptionMapper
    Response answer(Error failure) {
        return log(failure);
    }

    private static Response log(Throwable failure) {
        String id = UUID.randomUUID().toString();
        Log.errorf(failure, "a request failed: %s", id);
        return ProblemDetails.response(
                500, "the service failed; report the id " + id + ", under which its log has the cause");
    }
}
