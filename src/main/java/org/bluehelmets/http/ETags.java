package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.bluehelmets.execution.GraphQLRequest;

/**
 * Names answers: two requests with the same tag get the same answer. A tag follows the operation, its variables, the
 * media type, the version of the data and the build of the application. It is weak, as the same answer may be compressed in
 * different ways.
 */
@ApplicationScoped
class ETags {

    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** When the executable was built, or else when the jar was started: another build may answer differently. */
    private static final String BUILD = Instant.now().toString();

    String of(String dataVersion, GraphQLRequest request, String type) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part :
                    new String[] {BUILD, dataVersion, type, request.query(), String.valueOf(request.operationName())}) {
                digest.update(part.getBytes(UTF_8));
                // no part runs over into the next one
                digest.update((byte) 0);
            }
            if (!request.variables().isEmpty()) {
                digest.update(SORTED.writeValueAsBytes(request.variables()));
            }
            // half of it tells as many answers apart as there will ever be
            byte[] half = Arrays.copyOf(digest.digest(), 16);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(half) + "\"";
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("every Java has SHA-256, and variables were JSON before", e);
        }
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
