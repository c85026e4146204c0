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
 * Generates entity tags of responses, from all that a response depends on: the operation, its variables, the media type,
 * the version of the data, the day and the build of the application. Tags are weak, because a response may be compressed.
 */
@ApplicationScoped
class ETagGenerator {

    /** All replicas of one build generate the same tags. */
    private final String build;

    ETagGenerator(@ConfigProperty(name = "bluehelmets.build-time") String build) {
        // in development mode the code changes without a build
        this.build =
                LaunchMode.current() == LaunchMode.DEVELOPMENT ? Instant.now().toString() : build;
    }

    /** @param state the version of the data and the day */
    String generate(String state, GraphQLRequest request, String mediaType) {
        return "W/\"" + RequestHash.of(request, build, state, mediaType) + "\"";
    }

    /**
     * The header If-None-Match.
     *
     * @param opaqueTags the tags without the prefix of weak tags, for the weak comparison
     * @param isAny whether it is {@code *}, which matches any response without errors
     */
    record IfNoneMatch(Set<String> opaqueTags, boolean isAny) {

        /** @param lines the lines of the header, with one or more tags each */
        static IfNoneMatch parse(List<String> lines) {
            Set<String> tags = lines.stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(tag -> opaque(tag.strip()))
                    .collect(Collectors.toSet());
            return new IfNoneMatch(tags, tags.contains("*"));
        }

        boolean contains(String etag) {
            return opaqueTags.contains(opaque(etag));
        }
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") || etag.startsWith("w/") ? etag.substring(2) : etag;
    }
}
