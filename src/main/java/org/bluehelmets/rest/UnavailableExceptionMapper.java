package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bluehelmets.database.UnavailableException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that are no GraphQL where the database is not available. */
class UnavailableExceptionMapper {

    private static final int SECONDS_TO_WAIT = 5;

    @ServerExceptionMapper
    Response answer(UnavailableException failure) {
        Log.warn("a request could not be answered", failure);
        return Response.fromResponse(
                        ProblemDetails.response(503, "the database is not available; try again in a moment"))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }
}
