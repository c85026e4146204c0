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

/** Authenticates and authorizes the clients of GraphQL requests. */
@ApplicationScoped
public class RequestAuthenticator {

    private static final String BEARER = "Bearer";

    private final HttpAuthenticator authenticator;
    private final boolean authRequired;

    RequestAuthenticator(
            HttpAuthenticator authenticator, @ConfigProperty(name = "bluehelmets.auth.required") boolean authRequired) {
        this.authenticator = authenticator;
        this.authRequired = authRequired;
    }

    /**
     * Checks that the client may execute queries. Unless reading requires authentication, the token is not verified.
     *
     * @param callback receives the identity, null if not verified; or the error
     */
    public void authenticateReader(RoutingContext http, BiConsumer<SecurityIdentity, RequestError> callback) {
        if (authRequired) {
            authenticate(
                    http,
                    identity -> identity == null ? RequestError.unauthenticated("Queries need credentials") : null,
                    callback);
        } else {
            callback.accept(null, null);
        }
    }

    /**
     * Checks that the client may execute mutations.
     *
     * @param callback receives the identity or the error
     */
    public void authenticateEditor(RoutingContext http, BiConsumer<SecurityIdentity, RequestError> callback) {
        authenticate(http, EditorAuthorization::check, callback);
    }

    /**
     * Whether the client may have executed mutations, and must therefore read its own writes.
     *
     * @param identity null if the token was not verified; any client with a token may then be an editor
     */
    public static boolean mayHaveWritten(RoutingContext http, SecurityIdentity identity) {
        return identity == null ? hasToken(http) : identity.hasRole(StaticTokenMechanism.EDITOR);
    }

    private static boolean hasToken(RoutingContext http) {
        String authorization = http.request().getHeader(HttpHeaders.AUTHORIZATION);
        // other schemes, such as Basic, are for a proxy in front of the server
        return authorization != null && authorization.split(" ", 2)[0].equalsIgnoreCase(BEARER);
    }

    /** @param check returns the error, null for none; its argument is null if the client sent no token */
    private void authenticate(
            RoutingContext http,
            Function<SecurityIdentity, RequestError> check,
            BiConsumer<SecurityIdentity, RequestError> callback) {
        if (!hasToken(http)) {
            callback.accept(null, check.apply(null));
            return;
        }
        Context eventLoop = http.vertx().getOrCreateContext();
        // not with QuarkusHttpUser.getSecurityIdentity(), which sends its own response if authentication fails
        authenticator
                .attemptAuthentication(http)
                .subscribe()
                .with(
                        identity -> eventLoop.runOnContext(ignored -> callback.accept(
                                identity, identity == null ? invalidCredentials() : check.apply(identity))),
                        failure -> eventLoop.runOnContext(ignored -> callback.accept(null, error(failure))));
    }

    private static RequestError error(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return invalidCredentials();
        }
        Log.error("Could not verify credentials", failure);
        return RequestError.of(503, ErrorCode.OVERLOADED, "The credentials could not be verified; retry later");
    }

    private static RequestError invalidCredentials() {
        return RequestError.unauthenticated("The credentials are invalid");
    }
}
