package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a GraphQL request, from a JSON body or the query string of a URL.
 *
 * @param query the document; null if the client references a persisted document
 * @param operationName null if absent
 * @param sha256 the hash of the document in the extension {@code persistedQuery}; null if absent
 * @param documentId the id of a trusted document; null if absent
 */
public record RequestParameters(
        String query, String operationName, Map<String, Object> variables, String sha256, String documentId) {

    /** More than filters may nest, and less than overflows the stack when variables are coerced. */
    private static final int MAX_NESTING = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final Pattern LIMIT_EXCEEDED =
            Pattern.compile("([\\w ]+?) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+)");

    private static final Set<String> PARAMETERS =
            Set.of("query", "operationName", "variables", "extensions", "documentId");

    /** The request is malformed. The client sees the message. */
    public static class MalformedException extends Exception {
        public MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    static RequestParameters parse(byte[] body) throws MalformedException {
        return of(parseJson("The body", body));
    }

    /** Parses the query string of a GET, in which variables and extensions are JSON. */
    static RequestParameters parse(MultiMap parameters) throws MalformedException {
        ObjectNode json = JSON.createObjectNode();
        for (String name : PARAMETERS) {
            List<String> values = parameters.getAll(name);
            if (values.size() > 1) {
                throw new MalformedException(
                        "\"" + name + "\" must be given once, but was given " + values.size() + " times");
            }
            for (String value : values) {
                if (!name.equals("variables") && !name.equals("extensions")) {
                    json.put(name, value);
                } else if (!value.isEmpty()) {
                    json.set(name, parseJson("\"" + name + "\"", value.getBytes(UTF_8)));
                }
            }
        }
        return of(json);
    }

    /**
     * Parses JSON.
     *
     * @param subject what the text is, for the error message
     */
    public static JsonNode parseJson(String subject, byte[] text) throws MalformedException {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new MalformedException(subject + " " + limitMessage(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new MalformedException(subject + " is not valid JSON");
        } catch (IOException e) {
            throw new MalformedException(subject + " could not be read");
        }
    }

    /** Reformulates the message of a Jackson limit without the names of its methods. */
    private static String limitMessage(String message) {
        Matcher limit = LIMIT_EXCEEDED.matcher(message);
        return limit.find()
                ? "exceeds a limit: its %s is %s; at most %s is allowed"
                        .formatted(limit.group(1).toLowerCase(Locale.ROOT), limit.group(2), limit.group(3))
                : "exceeds a limit of the JSON parser";
    }

    public static RequestParameters of(JsonNode json) throws MalformedException {
        if (json.isArray()) {
            throw new MalformedException("Batches are not supported; send one request at a time");
        }
        if (hasUnpairedSurrogate(json)) {
            throw new MalformedException("The request contains an unpaired surrogate, which is not valid Unicode");
        }
        String sha256 = sha256(json);
        String documentId = nonEmpty(text(json, "documentId"));
        String query = text(json, "query");
        // clients that reference a persisted document may send an empty query as well
        if (query != null && query.isEmpty() && (sha256 != null || documentId != null)) {
            query = null;
        }
        if (query == null && sha256 == null && documentId == null) {
            throw new MalformedException("The request must be a JSON object with a string \"query\"");
        }
        // some clients send an empty name instead of none; graphql-java would then execute the first operation
        String name = nonEmpty(text(json, "operationName"));
        return new RequestParameters(
                query,
                name,
                object(json, "variables") ? JSON.convertValue(json.get("variables"), MAP) : Map.of(),
                sha256,
                documentId);
    }

    /**
     * Whether a text has an unpaired surrogate. UTF-8 encodes it as a question mark, so that different documents would have
     * the same hash.
     */
    private static boolean hasUnpairedSurrogate(JsonNode json) {
        if (json.isTextual()) {
            return hasUnpairedSurrogate(json.textValue());
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (hasUnpairedSurrogate(member.getKey())) {
                return true;
            }
        }
        for (JsonNode each : json) {
            if (hasUnpairedSurrogate(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String sha256(JsonNode json) throws MalformedException {
        if (!object(json, "extensions") || !object(json.get("extensions"), "persistedQuery")) {
            return null;
        }
        JsonNode persisted = json.get("extensions").get("persistedQuery");
        if (persisted.path("version").asInt() != 1) {
            throw new MalformedException("\"persistedQuery\" must have \"version\": 1");
        }
        String sha256 = nonEmpty(text(persisted, "sha256Hash"));
        if (sha256 == null) {
            throw new MalformedException("\"persistedQuery\" must have a \"sha256Hash\"");
        }
        return sha256;
    }

    private static String text(JsonNode json, String name) throws MalformedException {
        return optional(json, name, json.path(name).isTextual(), "a string")
                ? json.get(name).textValue()
                : null;
    }

    private static String nonEmpty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean object(JsonNode json, String name) throws MalformedException {
        return optional(json, name, json.path(name).isObject(), "an object");
    }

    /** Whether an optional value is present. */
    private static boolean optional(JsonNode json, String name, boolean matches, String expected)
            throws MalformedException {
        if (json.hasNonNull(name) && !matches) {
            throw new MalformedException("\"" + name + "\" must be " + expected + " or absent");
        }
        return matches;
    }
}
