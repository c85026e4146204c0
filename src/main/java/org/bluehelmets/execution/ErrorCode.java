package org.bluehelmets.execution;

/** The stable error codes, see docs/errors.md. */
public final class ErrorCode {

    public static final String BAD_REQUEST = "BAD_REQUEST";
    public static final String BAD_USER_INPUT = "BAD_USER_INPUT";
    public static final String DOCUMENT_NOT_TRUSTED = "DOCUMENT_NOT_TRUSTED";
    public static final String FORBIDDEN = "FORBIDDEN";
    public static final String GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED";
    public static final String GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";
    public static final String INTERNAL = "INTERNAL";
    public static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";
    public static final String OPERATION_RESOLUTION_FAILURE = "OPERATION_RESOLUTION_FAILURE";
    public static final String OVERLOADED = "OVERLOADED";
    /** The code of Apollo's automatic persisted queries. */
    public static final String PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";

    public static final String TIMEOUT = "TIMEOUT";
    public static final String UNAUTHENTICATED = "UNAUTHENTICATED";
    public static final String UNAVAILABLE = "UNAVAILABLE";

    private ErrorCode() {}
}
