package org.bluehelmets.security;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.RequestError;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells who sends a request. */
@ApplicationScoped
public class RequestAuthenticator {

    private static final String BEARER = "Bearer";

    private final HttpAuthenticator authenticator;
    private final boolean closed;

    RequestAuthenticator(
            HttpAuthenticator authenticator, @ConfigProperty(name = "bluehelmets.auth.required") boolean closed) {
        this.authenticator = authenticator;
        this.closed = closed;
    }

    /**
     * Looks whether the sender of a request may read: at their token only where not everybody may.
     *
     * @param then is told who it is, null where that was not asked; or why they may not
     */
    public void reader(RoutingContext context, BiConsumer<SecurityIdentity, RequestError> then) {
        if (closed) {
            identify(
                    context,
                    caller -> caller == null ? RequestError.unauthenticated("Send credentials to read here") : null,
                    then);
        } else {
            then.accept(null, null);
        }
    }

    /**
     * Looks whether the sender of a request may change data.
     *
     * @param then is told who it is; or why they may not
     */
    public void editor(RoutingContext context, BiConsumer<SecurityIdentity, RequestError> then) {
        identify(context, EditorAuthorization::refusal, then);
    }

    /**
     * Whether somebody who may read may have changed data as well: where everybody may read, who sends a token.
     *
     * @param caller null where their token was not looked at
     */
    public static boolean mayHaveWritten(RoutingContext context, SecurityIdentity caller) {
        return caller == null ? hasToken(context) : caller.hasRole(StaticTokenMechanism.EDITOR);
    }

    private static boolean hasToken(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        // those of other kinds are for a proxy before this service
        return authorization != null && authorization.split(" ", 2)[0].equalsIgnoreCase(BEARER);
    }

    /** @param check why somebody may not, where that is so; of null for who has sent no token */
    private void identify(
            RoutingContext context,
            Function<SecurityIdentity, RequestError> check,
            BiConsumer<SecurityIdentity, RequestError> then) {
        if (!hasToken(context)) {
            then.accept(null, check.apply(null));
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        // not by the identity that comes with the request: where that fails, it answers the request by itself
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        caller -> eventLoop.runOnContext(ignored ->
                                then.accept(caller, caller == null ? badCredentials() : check.apply(caller))),
                        failure -> eventLoop.runOnContext(ignored -> then.accept(null, refusal(failure))));
    }

    private static RequestError refusal(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return badCredentials();
        }
        Log.error("credentials could not be checked", failure);
        return RequestError.of(503, ErrorCode.OVERLOADED, "The credentials could not be checked; try again later");
    }

    private static RequestError badCredentials() {
        return RequestError.unauthenticated("These credentials are not valid here; send others");
    }
}
