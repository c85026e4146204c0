package org.bluehelmets.observability;

import graphql.GraphQLError;
import java.util.List;
import org.bluehelmets.execution.CodedGraphQLError;
import org.bluehelmets.execution.ErrorCode;

/** What became of a request: one of these words, or the code of an error. */
public final class Outcome {

    /** Answered, without errors. */
    public static final String OK = "ok";

    /** The client has the answer already. */
    public static final String NOT_MODIFIED = "not-modified";

    /** The client did not wait for the answer. */
    public static final String CLIENT_DISCONNECTED = "client-disconnected";

    private Outcome() {}

    /** What the errors of an answer come to: where the service has failed, that; or else the first of them. */
    public static String of(List<GraphQLError> errors) {
        if (errors.isEmpty()) {
            return OK;
        }
        if (errors.stream().anyMatch(error -> CodedGraphQLError.is(error, ErrorCode.INTERNAL))) {
            return ErrorCode.INTERNAL;
        }
        return errors.get(0).getExtensions().get("code").toString();
    }

    /** Whether it is the code of an error. */
    static boolean isError(String outcome) {
        return !outcome.equals(OK) && !outcome.equals(NOT_MODIFIED) && !outcome.equals(CLIENT_DISCONNECTED);
    }
}
