package org.bluehelmets.execution;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * An error as clients see it: what is wrong, where, and a stable code.
 *
 * @param locations where in the document; null where that is not known
 * @param path which field of the answer; null where nothing was executed
 * @param extensions the code, and what belongs to it
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

    /** Whether an error has a code. */
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

    /** None: a classification of the library's would stand beside the code. */
    @Override
    public ErrorClassification getErrorType() {
        return null;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
