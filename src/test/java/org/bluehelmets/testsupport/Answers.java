package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bluehelmets.testsupport.RawConnection.Answer;

/** What every answer to a GraphQL request has to be, whatever the request was. */
public final class Answers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> CODES = Set.of(
            "BAD_REQUEST",
            "BAD_USER_INPUT",
            "GRAPHQL_PARSE_FAILED",
            "GRAPHQL_VALIDATION_FAILED",
            "LIMIT_EXCEEDED",
            "OPERATION_RESOLUTION_FAILURE",
            "OVERLOADED",
            "PERSISTED_QUERY_NOT_FOUND",
            "TIMEOUT");

    private static final Pattern INTERNALS = Pattern.compile(
            "java\\.|org\\.(hibernate|h2)|graphql\\.|Exception|(Int|Float|String|Enum|Object)Value\\{|SRGQL|ANTLR");

    /**
     * What an answer is, checked.
     *
     * @param codes of its errors
     */
    public record Checked(boolean hasData, Set<String> codes) {

        /** The one word for what became of a request. */
        public String outcome() {
            return hasData ? codes.isEmpty() ? "data" : "data and errors" : String.join("+", codes);
        }
    }

    private Answers() {}

    /** @throws AssertionError where it is not what it has to be */
    public static Checked check(Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "");
        boolean newer = type.equals("application/graphql-response+json; charset=utf-8");
        require(newer || type.equals("application/json; charset=utf-8"), "content type " + type);
        JsonNode body = parsed(answer.body());
        require(body.isObject(), "no object");
        body.fieldNames()
                .forEachRemaining(name -> require(Set.of("data", "errors").contains(name), "has " + name));
        boolean hasData = body.has("data");
        require(!hasData || body.get("data").isObject() || body.get("data").isNull(), "data is no object");
        Set<String> codes = new TreeSet<>();
        if (body.has("errors")) {
            require(body.get("errors").isArray() && !body.get("errors").isEmpty(), "errors are no list, or empty");
            body.get("errors").forEach(error -> codes.add(code(error)));
        }
        require(hasData || !codes.isEmpty(), "neither data nor errors");
        require(!hasData || !body.get("data").isNull() || !codes.isEmpty(), "no data, and no errors");
        checkStatus(answer.status(), newer, hasData, codes);
        return new Checked(hasData, codes);
    }

    private static void checkStatus(int status, boolean newer, boolean hasData, Set<String> codes) {
        if (status >= 500 || codes.contains("TIMEOUT") || codes.contains("OVERLOADED")) {
            require(
                    status == 503 && (codes.equals(Set.of("TIMEOUT")) || codes.equals(Set.of("OVERLOADED"))),
                    "status " + status + " with " + codes);
        } else if (status == 413 || status == 414) {
            require(!hasData && codes.equals(Set.of("LIMIT_EXCEEDED")), "status " + status + " with " + codes);
        } else if (codes.contains("BAD_REQUEST")) {
            require(!hasData && Set.of(400, 405, 406, 415).contains(status), "status " + status + ", bad request");
        } else if (codes.contains("PERSISTED_QUERY_NOT_FOUND")) {
            require(!hasData && Set.of(200, 400).contains(status), "status " + status + ", no persisted query");
        } else {
            require(
                    status == (hasData || !newer ? 200 : 400),
                    "status " + status + (hasData ? " with" : " without") + " data");
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            // strictly: Jackson replaces what is no UTF-8
            return JSON.readTree(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (IOException e) {
            throw new AssertionError("the body is no JSON in UTF-8: " + e, e);
        }
    }

    private static String code(JsonNode error) {
        String message = error.path("message").textValue();
        require(message != null && !message.isBlank(), "an error without a message");
        require(!INTERNALS.matcher(message).find(), "internals in: " + message);
        for (Iterator<String> names = error.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(Set.of("message", "locations", "path", "extensions").contains(name), "an error has " + name);
        }
        for (JsonNode location : error.path("locations")) {
            require(location.path("line").asInt() > 0 && location.path("column").asInt() > 0, "location " + location);
        }
        for (JsonNode step : error.path("path")) {
            require(step.isTextual() || step.isInt(), "path " + step);
        }
        String code = error.path("extensions").path("code").asText();
        require(CODES.contains(code), "code " + code);
        return code;
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new AssertionError(otherwise);
        }
    }
}
