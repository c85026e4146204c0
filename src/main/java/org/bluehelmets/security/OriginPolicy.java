package org.bluehelmets.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Compares the header Origin with the host and port of the request. */
public final class OriginPolicy {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private OriginPolicy() {}

    /** Whether a page of another origin sent the request. Clients other than browsers send no origin. */
    public static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // authority() includes the headers of a proxy if quarkus.http.proxy trusts them
        return origin != null && !isSame(origin, request.authority());
    }

    /**
     * Whether an origin has the host and port of an address. The default port of an address depends on the scheme of the
     * origin, because the server does not know its own scheme behind a proxy that terminates TLS.
     */
    static boolean isSame(String origin, HostAndPort address) {
        if (address == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            Integer defaultPort = uri.getScheme() == null
                    ? null
                    : DEFAULT_PORTS.get(uri.getScheme().toLowerCase(Locale.ROOT));
            return defaultPort != null
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getHost().equalsIgnoreCase(address.host())
                    && port(uri.getPort(), defaultPort) == port(address.port(), defaultPort);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int port, int defaultPort) {
        return port > 0 ? port : defaultPort;
    }
}
