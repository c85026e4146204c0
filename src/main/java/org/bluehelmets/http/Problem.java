package org.bluehelmets.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Why a request that is no GraphQL was refused.
 *
 * @param error what is wrong, and what would do
 */
record Problem(String error) {

    static Response response(int status, String error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(error))
                .build();
    }
}
