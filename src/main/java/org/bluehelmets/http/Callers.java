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
import org.bluehelmets.execution.ErrorCode;

/** Tells who sends a request. */
@ApplicationScoped
class Callers {

    private static final String BEARER = "Bearer";

    private final HttpAuthenticator authenticator;

    Callers(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Why somebody may not read where not everybody may; null where they may. */
    static Refusal refusalToRead(SecurityIdentity caller) {
        return caller == null ? Refusal.unauthenticated("Send credentials to read here") : null;
    }

    /**
     * Looks at the token of a request, where there is one.
     *
     * @param then is told, on the event loop, who it is: null for who has sent none; or why that cannot be told
     */
    void identify(RoutingContext context, BiConsumer<SecurityIdentity, Refusal> then) {
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
                                ignored -> then.accept(caller, caller == null ? badCredentials() : null)),
                        failure -> eventLoop.runOnContext(ignored -> then.accept(null, refusal(failure))));
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return badCredentials();
        }
        Log.error("credentials could not be checked", failure);
        return Refusal.of(503, ErrorCode.OVERLOADED, "The credentials could not be checked; try again later");
    }

    private static Refusal badCredentials() {
        return Refusal.unauthenticated("These credentials are not valid here; send others");
    }
}
