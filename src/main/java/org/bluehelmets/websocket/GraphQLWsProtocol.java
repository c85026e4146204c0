package org.bluehelmets.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bluehelmets.http.RequestParameters;

/**
 * How graphql-transport-ws writes its messages, and with which codes it ends connections.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">the protocol</a>
 */
public final class GraphQLWsProtocol {

    public static final String NAME = "graphql-transport-ws";

    /** RFC 6455's for a service that starts anew; the others are the protocol's. */
    static final short SERVICE_RESTART = 1012;

    static final short BAD_REQUEST = 4400;
    static final short UNAUTHORIZED = 4401;
    static final short FORBIDDEN = 4403;
    static final short NO_SUBPROTOCOL = 4406;
    static final short INITIALISATION_TIMEOUT = 4408;
    static final short SUBSCRIBER_EXISTS = 4409;
    static final short TOO_MANY_INITIALISATIONS = 4429;
    static final short FAILURE = 4500;

    /** An id is the client's own choice, and comes back with every message. */
    private static final int LONGEST_ID = 200;

    /** In bytes: with its code, a reason has to fit a control frame. */
    private static final int LONGEST_REASON = 123;

    private GraphQLWsProtocol() {}

    /** The operation that a message is about. */
    static String id(JsonNode message) throws RequestParameters.Malformed {
        String id = message.path("id").asText();
        if (!message.path("id").isTextual() || id.isEmpty() || id.length() > LONGEST_ID) {
            throw new RequestParameters.Malformed("\"id\" must be a string of 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    /**
     * A message as text. Takes time where the payload is large.
     *
     * @param id null where it is about no operation
     * @param payload null for none
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

    /** As much of a reason as a closing frame has room for. */
    static String reason(String whole) {
        String fitting = whole.substring(0, Math.min(whole.length(), LONGEST_REASON));
        while (fitting.getBytes(UTF_8).length > LONGEST_REASON) {
            fitting = fitting.substring(0, fitting.length() - 1);
        }
        return fitting;
    }
}
