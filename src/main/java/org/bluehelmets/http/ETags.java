package org.bluehelmets.http;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import org.bluehelmets.execution.GraphQLRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names answers: two requests with the same tag get the same answer. A tag follows the operation, its variables, the
 * media type, the version of the data, the day and the build of the application. It is weak, as the same answer may be compressed in
 * different ways.
 */
@ApplicationScoped
class ETags {

    /** Another build may answer differently; all replicas of one tag alike. */
    private final String build;

    ETags(@ConfigProperty(name = "bluehelmets.build") String build) {
        // in development the code changes without being built anew
        this.build =
                LaunchMode.current() == LaunchMode.DEVELOPMENT ? Instant.now().toString() : build;
    }

    /** @param state the version of the data and the day: what else an answer depends on */
    String of(String state, GraphQLRequest request, String type) {
        return "W/\"" + Fingerprint.of(request, build, state, type) + "\"";
    }

    /** Whether an If-None-Match header names a tag. */
    static boolean matches(String ifNoneMatch, String etag) {
        String opaque = opaque(etag);
        // "*" would be any answer, and before it is executed nobody knows whether there is one
        return Arrays.stream(ifNoneMatch.split(","))
                .anyMatch(each -> opaque(each.strip()).equals(opaque));
    }

    /** Tags are compared weakly. */
    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
