package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Responds to requests outside GraphQL that fail unexpectedly, with the id of the log entry. The default response of Quarkus
 * has internal details.
 */
class UnexpectedErrorMapper {

    @ServerExceptionMapper
    Response toResponse(RuntimeException failure) {
        // for example, an unknown path
        return failure instanceof WebApplicationException error ? error.getResponse() : log(failure);
    }

    @ServerExceptionMapper
    Response toResponse(Error failure) {
        return log(failure);
    }

    private static Response log(Throwable failure) {
        String id = UUID.randomUUID().toString();
        Log.errorf(failure, "A request failed with error id %s", id);
        return ProblemDetails.response(500, "Internal server error; the server log has the cause with the id " + id);
    }
}
