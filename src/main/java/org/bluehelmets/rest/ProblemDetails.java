package org.bluehelmets.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of an error response outside GraphQL.
 *
 * @param error what is wrong and what to do
 */
@RegisterForReflection
record ProblemDetails(String error) {

    /**
     * Rejects unknown query parameters, which are probably misspelt.
     *
     * @throws WebApplicationException with the status 400
     */
    static void rejectUnknownParameters(UriInfo uri, Set<String> known) {
        for (String parameter : uri.getQueryParameters().keySet()) {
            if (!known.contains(parameter)) {
                throw new WebApplicationException(response(
                        400,
                        "Unknown parameter %s; use %s".formatted(parameter, String.join(", ", new TreeSet<>(known)))));
            }
        }
    }

    static Response response(int status, String error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new ProblemDetails(error))
                .build();
    }
}
