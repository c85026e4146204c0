package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bluehelmets.execution.GraphQLRequest;

/** Hash of a GraphQL request: document, operation name and variables. Two requests with the same hash are equal. */
final class RequestHash {

    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestHash() {}

    /** @param context further parts of the hash */
    static String of(GraphQLRequest request, String... context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> parts = Stream.concat(
                            Stream.of(context),
                            // no operation has an empty name
                            Stream.of(request.query(), Objects.requireNonNullElse(request.operationName(), "")))
                    .toList();
            for (String part : parts) {
                digest.update(part.getBytes(UTF_8));
                // separates the parts
                digest.update((byte) 0);
            }
            if (!request.variables().isEmpty()) {
                digest.update(SORTED.writeValueAsBytes(request.variables()));
            }
            // 128 bits make collisions improbable
            byte[] half = Arrays.copyOf(digest.digest(), 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("Could not hash the request", e);
        }
    }
}
