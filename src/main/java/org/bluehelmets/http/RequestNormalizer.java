package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.List;
import org.bluehelmets.execution.LimitCheck;
import org.bluehelmets.execution.LimitsConfig;

/**
 * Brings requests into one form, before any other route: addresses with characters that should be encoded but often are not,
 * and headers that come in several lines.
 *
 * <p>Address bars, {@code fetch} and {@code curl -g} leave braces, quotes and bars as they are. The framework would refuse them
 * without a word, unless {@link #LENIENT} is set.
 */
@ApplicationScoped
public class RequestNormalizer {

    /** The system property by which the framework leaves it to this filter to check addresses. */
    public static final String LENIENT = "vertx.disableURIValidation";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** After {@link ShutdownFilter}. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    /** Their lines mean the same as one line with all their values. */
    private static final List<CharSequence> LISTS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.UPGRADE,
            HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);

    /** Of these a request means one; nobody knows which where there are two. */
    private static final List<CharSequence> SINGLE = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ORIGIN,
            HttpHeaders.createOptimized(MutationHandler.IDEMPOTENCY_KEY));

    private static final String UNENCODED = "-._~:/?#[]@!$&'()*+,;=";

    private final RequestHandler requests;
    private final int longestAddress;

    RequestNormalizer(RequestHandler requests, LimitsConfig limits) {
        this.requests = requests;
        this.longestAddress = limits.urlLength();
    }

    void addTo(@Observes Router router) {
        router.route().order(FIRST).handler(this::filter);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String address = request.uri();
        LimitCheck size = new LimitCheck("url-length", longestAddress, address.length());
        if (size.isExceeded()) {
            requests.refuse(context, 414, size.error());
            return;
        }
        String repeated = joinLines(request.headers());
        if (repeated != null) {
            requests.refuse(context, 400, repeated + " must be given once");
            return;
        }
        String encoded = encode(address);
        if (encoded == null) {
            requests.refuse(context, 400, "the address is not encoded as addresses are");
        } else if (encoded.equals(address)) {
            context.next();
        } else {
            // not the address as a proxy may have changed it: routes know the service's own paths
            String query = request.query();
            context.reroute(encode(request.path()) + (query == null ? "" : "?" + encode(query)));
        }
    }

    /** Joins the lines of lists; the name of a header that must not come twice, null where none does. */
    private static String joinLines(MultiMap headers) {
        for (CharSequence name : LISTS) {
            List<String> lines = headers.getAll(name);
            if (lines.size() > 1) {
                headers.set(name, String.join(", ", lines));
            }
        }
        for (CharSequence name : SINGLE) {
            if (headers.getAll(name).stream().distinct().count() > 1) {
                return name.toString();
            }
        }
        return null;
    }

    /** An address in which every character that must be encoded is; null where a percent sign encodes nothing. */
    static String encode(String address) {
        StringBuilder encoded = null;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '%' && !isHex(address, i + 1)) {
                return null;
            }
            boolean stays = c == '%' || isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0;
            if (!stays && encoded == null) {
                encoded = new StringBuilder(address.length() + 32).append(address, 0, i);
            }
            if (stays && encoded != null) {
                encoded.append(c);
            } else if (!stays && c < 0x100) {
                // the server reads a request line as bytes
                append(encoded, (byte) c);
            } else if (!stays) {
                for (byte b : String.valueOf(c).getBytes(UTF_8)) {
                    append(encoded, b);
                }
            }
        }
        return encoded == null ? address : encoded.toString();
    }

    private static void append(StringBuilder encoded, byte b) {
        encoded.append('%').append(HEX.toHexDigits(b));
    }

    private static boolean isHex(String text, int from) {
        return from + 2 <= text.length()
                && Character.digit(text.charAt(from), 16) >= 0
                && Character.digit(text.charAt(from + 1), 16) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
