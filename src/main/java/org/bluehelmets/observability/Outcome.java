package org.bluehelmets.observability;

import graphql.GraphQLError;
import java.util.List;
import org.bluehelmets.execution.CodedGraphQLError;
import org.bluehelmets.execution.ErrorCode;

/** The outcome of a request: one of these constants, or an error code. */
public final class Outcome {

    /** Without errors. */
    public static final String OK = "ok";

    /** The client has the current response in its cache. */
    public static final String NOT_MODIFIED = "not-modified";

    /** The client disconnected before the response. */
    public static final String CLIENT_DISCONNECTED = "client-disconnected";

    private Outcome() {}

    /** The outcome of a response with these errors: {@code INTERNAL} if it is among them, otherwise the first code. */
    public static String of(List<GraphQLError> errors) {
        if (errors.isEmpty()) {
            return OK;
        }
        if (errors.stream().anyMatch(error -> CodedGraphQLError.is(error, ErrorCode.INTERNAL))) {
            return ErrorCode.INTERNAL;
        }
        return errors.get(0).getExtensions().get("code").toString();
    }

    /** Whether an outcome is an error code. */
    static boolean isError(String outcome) {
        return !outcome.equals(OK) && !outcome.equals(NOT_MODIFIED) && !outcome.equals(CLIENT_DISCONNECTED);
    }
}
