package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bluehelmets.database.UnavailableException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Responds to requests outside GraphQL while the database is unavailable. */
class UnavailableExceptionMapper {

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response toResponse(UnavailableException failure) {
        Log.warn("A request failed because the database is unavailable", failure);
        return Response.fromResponse(ProblemDetails.response(503, "The database is unavailable; retry later"))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
