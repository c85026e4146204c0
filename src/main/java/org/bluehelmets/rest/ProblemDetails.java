package org.bluehelmets.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a request that is no GraphQL was refused.
 *
 * @param error what is wrong, and what would do
 */
@RegisterForReflection
record ProblemDetails(String error) {

    /**
     * Refuses parameters that mean nothing: a misspelt one would be passed over, and something else done than was meant.
     *
     * @throws WebApplicationException where there are such
     */
    static void refuseUnknown(UriInfo uri, Set<String> known) {
        for (String parameter : uri.getQueryParameters().keySet()) {
            if (!known.contains(parameter)) {
                throw new WebApplicationException(response(
                        400,
                        "there is no parameter %s; there are %s"
                                .formatted(parameter, String.join(", ", new TreeSet<>(known)))));
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
