package org.bluehelmets.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the script that starts GraphiQL. It replaces the script of the extension, which has the GraphQL path of build
 * time; this script uses a path relative to its page, so that it works behind a proxy that adds a prefix.
 */
@ApplicationScoped
class GraphiQLRoute {

    /** Before the routes of the extension. */
    private static final int ORDER = -1;

    /** The value of {@code quarkus.smallrye-graphql.ui.root-path}. */
    private static final String PATH = "/graphiql";

    private static final String SCRIPT = "graphiql/render.js";

    private final boolean enabled;

    GraphiQLRoute(
            @ConfigProperty(name = "quarkus.smallrye-graphql.ui.enabled", defaultValue = "true") boolean enabled) {
        this.enabled = enabled;
    }

    void addTo(@Observes Router router) {
        if (enabled) {
            Buffer script = script();
            router.route(PATH)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(ORDER)
                    .handler(this::redirect);
            router.route(PATH + "/render.js")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(ORDER)
                    .handler(context -> context.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8")
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                            .end(script));
        }
    }

    private static Buffer script() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCRIPT)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Redirects to the path with a trailing slash, relative to the URL in the browser. */
    private void redirect(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            context.next();
            return;
        }
        String query = context.request().query();
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, "graphiql/" + (query == null ? "" : "?" + query))
                .end();
    }
}
