package org.bluehelmets.execution;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * An error with a stable code in its extensions.
 *
 * @param locations positions in the document; null if unknown
 * @param path the response path of the field; null if nothing was executed
 * @param extensions {@code code} and the details that belong to it
 */
public record CodedGraphQLError(
        String message, List<SourceLocation> locations, List<Object> path, Map<String, Object> extensions)
        implements GraphQLError {

    public CodedGraphQLError(String message, String code) {
        this(message, Map.of("code", code));
    }

    public CodedGraphQLError(String message, Map<String, Object> extensions) {
        this(message, null, null, extensions);
    }

    public static boolean is(GraphQLError error, String code) {
        return error.getExtensions() != null
                && code.equals(error.getExtensions().get("code"));
    }

    CodedGraphQLError at(List<SourceLocation> locations, List<Object> path) {
        return new CodedGraphQLError(message, locations, path, extensions);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    /** Null, because clients should see the code only and not the classification of graphql-java. */
    @Override
    public ErrorClassification getErrorType() {
        return null;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
