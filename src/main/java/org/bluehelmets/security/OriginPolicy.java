package org.bluehelmets.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Compares the origin of a page with the address that its request was sent to. */
public final class OriginPolicy {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private OriginPolicy() {}

    /** Whether a page of another site sends a request. Clients that are no browsers name no origin. */
    public static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // what a proxy says of the address counts where quarkus.http.proxy lets it
        return origin != null && !isSame(origin, request.authority());
    }

    /**
     * Whether an origin and an address have the same host and port. An address without a port has the default port of the
     * origin's scheme: behind a proxy that ends TLS, the service does not know its own.
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

    private static int port(int given, int otherwise) {
        return given > 0 ? given : otherwise;
    }
}
