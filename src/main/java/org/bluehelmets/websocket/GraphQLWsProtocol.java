package org.bluehelmets.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bluehelmets.http.RequestParameters;

/**
 * The messages and close codes of the protocol graphql-transport-ws.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">Protocol</a>
 */
public final class GraphQLWsProtocol {

    public static final String NAME = "graphql-transport-ws";

    /** From the IANA registry of WebSocket close codes; the others are those of the protocol. */
    static final short SERVICE_RESTART = 1012;

    static final short BAD_REQUEST = 4400;
    static final short UNAUTHORIZED = 4401;
    static final short FORBIDDEN = 4403;
    static final short NO_SUBPROTOCOL = 4406;
    static final short INITIALISATION_TIMEOUT = 4408;
    static final short SUBSCRIBER_EXISTS = 4409;
    static final short TOO_MANY_INITIALISATIONS = 4429;
    static final short INTERNAL_ERROR = 4500;

    /** In characters. Every message repeats the id, which the client chooses. */
    private static final int MAX_ID_LENGTH = 200;

    /** In bytes. Code and reason must fit a control frame of 125 bytes. */
    private static final int MAX_REASON_BYTES = 123;

    private GraphQLWsProtocol() {}

    /** Reads the id of the operation that a message belongs to. */
    static String id(JsonNode message) throws RequestParameters.MalformedException {
        String id = message.path("id").asText();
        if (!message.path("id").isTextual() || id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new RequestParameters.MalformedException(
                    "\"id\" must be a string of 1 to " + MAX_ID_LENGTH + " characters");
        }
        return id;
    }

    /**
     * Serializes a message. Call it on an executor thread if the payload can be large.
     *
     * @param id null if the message does not belong to an operation
     * @param payload null if absent
     */
    static String message(String type, String id, Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        if (id != null) {
            message.put("id", id);
        }
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        return Json.encode(message);
    }

    /** Truncates the reason of a close frame. */
    static String truncateReason(String reason) {
        String truncated = reason.substring(0, Math.min(reason.length(), MAX_REASON_BYTES));
        while (truncated.getBytes(UTF_8).length > MAX_REASON_BYTES) {
            truncated = truncated.substring(0, truncated.length() - 1);
        }
        return truncated;
    }
}
