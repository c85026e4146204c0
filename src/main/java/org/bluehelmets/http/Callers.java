package org.bluehelmets.http;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;

/** Tells who sends a request. */
@ApplicationScoped
class Callers {

    private static final String BEARER = "Bearer";

    private final HttpAuthenticator authenticator;

    Callers(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * Looks at the token of a request, where there is one.
     *
     * @param then is told who it is: null for who has sent none; or why that cannot be told
     */
    void identify(RoutingContext context, BiConsumer<SecurityIdentity, Problem> then) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        // those of other kinds are for a proxy before this service
        if (authorization == null || !authorization.split(" ", 2)[0].equalsIgnoreCase(BEARER)) {
            then.accept(null, null);
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        // not by the identity that comes with the request: where that fails, it answers the request by itself
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        caller -> eventLoop.runOnContext(
                                ignored -> then.accept(caller, caller == null ? Problem.BAD_CREDENTIALS : null)),
                        failure -> {
                            if (!(failure instanceof AuthenticationFailedException)) {
                                Log.error("credentials could not be checked", failure);
                            }
                            eventLoop.runOnContext(ignored -> then.accept(
                                    null,
                                    failure instanceof AuthenticationFailedException
                                            ? Problem.BAD_CREDENTIALS
                                            : Problem.CANNOT_TELL));
                        });
    }

    /** Why nobody can tell who sends a request. */
    enum Problem {
        /** They are none that this service knows. */
        BAD_CREDENTIALS,
        /** What checks them has failed. */
        CANNOT_TELL
    }
}
