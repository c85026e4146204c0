package org.bluehelmets.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/**
 * A GraphQL request as it comes over HTTP.
 *
 * @param operationName null where the client names none
 */
public record GraphQLRequest(String query, String operationName, Map<String, Object> variables) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** A body that is no GraphQL request; the message says what is wrong and goes to the client. */
    static class Malformed extends Exception {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    static GraphQLRequest parse(byte[] body) throws Malformed {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Malformed("the body is no JSON");
        } catch (IOException e) {
            throw new Malformed("the body cannot be read");
        }
        if (json.isArray()) {
            throw new Malformed("batches of requests are not served; send one request at a time");
        }
        if (!json.path("query").isTextual()) {
            throw new Malformed("the body must be a JSON object with a string \"query\"");
        }
        optional(json, "operationName", json.path("operationName").isTextual(), "a string");
        optional(json, "variables", json.path("variables").isObject(), "an object");
        optional(json, "extensions", json.path("extensions").isObject(), "an object");
        // some clients send an empty name for none, and the library would run the first operation then
        String name = json.path("operationName").asText("");
        return new GraphQLRequest(
                json.get("query").textValue(),
                name.isEmpty() ? null : name,
                json.hasNonNull("variables") ? JSON.convertValue(json.get("variables"), MAP) : Map.of());
    }

    private static void optional(JsonNode json, String name, boolean fits, String expected) throws Malformed {
        if (json.hasNonNull(name) && !fits) {
            throw new Malformed("\"" + name + "\" must be " + expected + " or absent");
        }
    }
}
