package org.bluehelmets.http;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluehelmets.execution.GraphQLRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names answers: two requests with the same tag get the same answer. A tag follows the operation, its variables, the
 * media type, the version of the data, the day and the build of the application. It is weak, as the same answer may be compressed in
 * different ways.
 */
@ApplicationScoped
class ETagGenerator {

    /** Another build may answer differently; all replicas of one tag alike. */
    private final String build;

    ETagGenerator(@ConfigProperty(name = "bluehelmets.build-time") String build) {
        // in development the code changes without being built anew
        this.build =
                LaunchMode.current() == LaunchMode.DEVELOPMENT ? Instant.now().toString() : build;
    }

    /** @param state the version of the data and the day: what else an answer depends on */
    String of(String state, GraphQLRequest request, String type) {
        return "W/\"" + RequestHash.of(request, build, state, type) + "\"";
    }

    /**
     * What If-None-Match says.
     *
     * @param opaqueTags without the mark of weak ones: they are compared weakly
     * @param isAny whether any answer will do, which is known when there is one
     */
    record IfNoneMatch(Set<String> opaqueTags, boolean isAny) {

        /** @param lines of the header, each with one tag or more */
        static IfNoneMatch of(List<String> lines) {
            Set<String> tags = lines.stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(each -> opaque(each.strip()))
                    .collect(Collectors.toSet());
            return new IfNoneMatch(tags, tags.contains("*"));
        }

        boolean names(String etag) {
            return opaqueTags.contains(opaque(etag));
        }
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") || etag.startsWith("w/") ? etag.substring(2) : etag;
    }
}
