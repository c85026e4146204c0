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
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GraphQL request as it comes over HTTP, in a body of JSON or in the address.
 *
 * @param query null where the client names a persisted document in its place
 * @param operationName null where the client names none
 * @param sha256 of the document, as Apollo's protocol for automatic persisted queries sends it; null without
 * @param documentId of a trusted document; null where the client sends the document itself
 */
public record RequestParameters(
        String query, String operationName, Map<String, Object> variables, String sha256, String documentId) {

    /** Far more than filters may nest, and far less than fits the stack of a thread that goes through variables. */
    private static final int MAX_NESTING = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final Pattern EXCEEDED =
            Pattern.compile("([\\w ]+?) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+)");

    private static final Set<String> PARAMETERS =
            Set.of("query", "operationName", "variables", "extensions", "documentId");

    /** What is no GraphQL request; the message says what is wrong and goes to the client. */
    public static class Malformed extends Exception {
        public Malformed(String message) {
            super(message, null, false, false);
        }
    }

    static RequestParameters parse(byte[] body) throws Malformed {
        return of(json("the body", body));
    }

    /** Of a GET: variables and extensions are JSON themselves. */
    static RequestParameters parse(MultiMap parameters) throws Malformed {
        var json = JSON.createObjectNode();
        for (String name : PARAMETERS) {
            List<String> values = parameters.getAll(name);
            if (values.size() > 1) {
                throw new Malformed("\"" + name + "\" must be given once");
            }
            for (String value : values) {
                if (!name.equals("variables") && !name.equals("extensions")) {
                    json.put(name, value);
                } else if (!value.isEmpty()) {
                    json.set(name, json("\"" + name + "\"", value.getBytes(UTF_8)));
                }
            }
        }
        return of(json);
    }

    /** What is sent as JSON, within the bounds that are set to it. */
    public static JsonNode json(String what, byte[] text) throws Malformed {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new Malformed(what + " " + exceeded(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new Malformed(what + " is no JSON");
        } catch (IOException e) {
            throw new Malformed(what + " cannot be read");
        }
    }

    /** How the library speaks of a limit of its own, without its names for it. */
    private static String exceeded(String message) {
        Matcher limit = EXCEEDED.matcher(message);
        return limit.find()
                ? "exceeds a limit: its %s is %s; at most %s is allowed"
                        .formatted(limit.group(1).toLowerCase(Locale.ROOT), limit.group(2), limit.group(3))
                : "exceeds a limit of what is read as JSON";
    }

    public static RequestParameters of(JsonNode json) throws Malformed {
        if (json.isArray()) {
            throw new Malformed("batches of requests are not served; send one request at a time");
        }
        if (holdsUnpairedSurrogate(json)) {
            throw new Malformed("the request holds half of a character: a \\u escape of a surrogate without its pair");
        }
        String sha256 = sha256(json);
        String documentId = nonEmpty(text(json, "documentId"));
        String query = text(json, "query");
        // clients that name a document may send an empty one beside it
        if (query != null && query.isEmpty() && (sha256 != null || documentId != null)) {
            query = null;
        }
        if (query == null && sha256 == null && documentId == null) {
            throw new Malformed("the request must be a JSON object with a string \"query\"");
        }
        // some clients send an empty name for none, and the library would run the first operation then
        String name = nonEmpty(text(json, "operationName"));
        return new RequestParameters(
                query,
                name,
                object(json, "variables") ? JSON.convertValue(json.get("variables"), MAP) : Map.of(),
                sha256,
                documentId);
    }

    /**
     * Whether some text is none of Unicode. As UTF-8 it would be the same as another text, with a question mark: documents
     * and requests that differ would have one hash, by which clients find them, and answers their tags.
     */
    private static boolean holdsUnpairedSurrogate(JsonNode json) {
        if (json.isTextual()) {
            return holdsUnpairedSurrogate(json.textValue());
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (holdsUnpairedSurrogate(member.getKey())) {
                return true;
            }
        }
        for (JsonNode each : json) {
            if (holdsUnpairedSurrogate(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String sha256(JsonNode json) throws Malformed {
        if (!object(json, "extensions") || !object(json.get("extensions"), "persistedQuery")) {
            return null;
        }
        JsonNode persisted = json.get("extensions").get("persistedQuery");
        if (persisted.path("version").asInt() != 1) {
            throw new Malformed("\"persistedQuery\" must be of version 1");
        }
        String sha256 = nonEmpty(text(persisted, "sha256Hash"));
        if (sha256 == null) {
            throw new Malformed("\"persistedQuery\" must have a \"sha256Hash\"");
        }
        return sha256;
    }

    private static String text(JsonNode json, String name) throws Malformed {
        return optional(json, name, json.path(name).isTextual(), "a string")
                ? json.get(name).textValue()
                : null;
    }

    private static String nonEmpty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean object(JsonNode json, String name) throws Malformed {
        return optional(json, name, json.path(name).isObject(), "an object");
    }

    /** Whether there is a value that fits. */
    private static boolean optional(JsonNode json, String name, boolean fits, String expected) throws Malformed {
        if (json.hasNonNull(name) && !fits) {
            throw new Malformed("\"" + name + "\" must be " + expected + " or absent");
        }
        return fits;
    }
}
