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
 * Normalizes requests before all other routes: percent-encodes URLs and joins headers with several lines.
 *
 * <p>Browsers, {@code fetch} and {@code curl -g} send braces, quotes and bars unencoded. Vert.x rejects these URLs without a
 * message unless {@link #LENIENT} is set.
 */
@ApplicationScoped
public class RequestNormalizer {

    /** The system property that disables the validation of URLs by Vert.x. */
    public static final String LENIENT = "vertx.disableURIValidation";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** After {@link ShutdownFilter}. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    /** Headers whose value is a list: several lines are equivalent to one line with all values. */
    private static final List<CharSequence> LIST_HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.UPGRADE,
            HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);

    /** Headers that must have one value. */
    private static final List<CharSequence> SINGLE_HEADERS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ORIGIN,
            HttpHeaders.createOptimized(MutationHandler.IDEMPOTENCY_KEY));

    private static final String UNENCODED = "-._~:/?#[]@!$&'()*+,;=";

    private final RequestHandler requests;
    private final int maxUrlLength;

    RequestNormalizer(RequestHandler requests, LimitsConfig limits) {
        this.requests = requests;
        this.maxUrlLength = limits.urlLength();
    }

    void addTo(@Observes Router router) {
        router.route().order(ORDER).handler(this::filter);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String url = request.uri();
        LimitCheck size = new LimitCheck("url-length", maxUrlLength, url.length());
        if (size.isExceeded()) {
            requests.reject(context, 414, size.error());
            return;
        }
        String repeated = joinLines(request.headers());
        if (repeated != null) {
            requests.reject(context, 400, "The header " + repeated + " must have one value");
            return;
        }
        String encoded = encode(url);
        if (encoded == null) {
            requests.reject(context, 400, "The URL is not percent-encoded correctly");
        } else if (encoded.equals(url)) {
            context.next();
        } else {
            // not request.uri(), to which X-Forwarded-Prefix adds a prefix that the routes do not have
            String query = request.query();
            context.reroute(encode(request.path()) + (query == null ? "" : "?" + encode(query)));
        }
    }

    /** Joins the lines of list headers. Returns a header that has several values but must have one; null if there is none. */
    private static String joinLines(MultiMap headers) {
        for (CharSequence name : LIST_HEADERS) {
            List<String> lines = headers.getAll(name);
            if (lines.size() > 1) {
                headers.set(name, String.join(", ", lines));
            }
        }
        for (CharSequence name : SINGLE_HEADERS) {
            if (headers.getAll(name).stream().distinct().count() > 1) {
                return name.toString();
            }
        }
        return null;
    }

    /** Percent-encodes a URL where necessary; null if a percent sign is not followed by two hexadecimal digits. */
    static String encode(String url) {
        StringBuilder encoded = null;
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '%' && !isHex(url, i + 1)) {
                return null;
            }
            boolean unchanged = c == '%' || isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0;
            if (!unchanged && encoded == null) {
                encoded = new StringBuilder(url.length() + 32).append(url, 0, i);
            }
            if (unchanged && encoded != null) {
                encoded.append(c);
            } else if (!unchanged && c < 0x100) {
                // Netty decodes each byte of the request line to one character
                append(encoded, (byte) c);
            } else if (!unchanged) {
                for (byte b : String.valueOf(c).getBytes(UTF_8)) {
                    append(encoded, b);
                }
            }
        }
        return encoded == null ? url : encoded.toString();
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
