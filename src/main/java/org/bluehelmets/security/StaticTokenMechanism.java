package org.bluehelmets.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.bluehelmets.execution.ConfigurationException;

/** Authenticates the editor by the configured token. */
@Startup
@ApplicationScoped
public class StaticTokenMechanism implements HttpAuthenticationMechanism {

    /** The role for mutations and imports. */
    public static final String EDITOR = "editor";

    /** The role for backup and restore. */
    public static final String OPERATOR = "operator";

    /** The value of WWW-Authenticate. */
    public static final String CHALLENGE = "Bearer realm=\"Blue Helmets\"";

    private static final String SCHEME = "Bearer ";

    /** In characters. */
    private static final int MIN_LENGTH = 16;

    private final Optional<byte[]> token;

    public StaticTokenMechanism(EditorConfig config) {
        token = config.token()
                .map(String::strip)
                .or(() -> config.tokenFile().map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new ConfigurationException(
                                "Could not read the editor's token from " + file
                                        + ". Check bluehelmets.editor.token-file.",
                                e);
                    }
                }))
                .map(text -> {
                    if (text.length() < MIN_LENGTH) {
                        throw new ConfigurationException(
                                "The editor's token must have at least " + MIN_LENGTH + " characters, but has "
                                        + text.length() + ".",
                                null);
                    }
                    return text.getBytes(UTF_8);
                });
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        byte[] sent = header.substring(SCHEME.length()).strip().getBytes(UTF_8);
        // a comparison in constant time, against timing attacks
        if (token.isEmpty() || !MessageDigest.isEqual(sent, token.get())) {
            // other mechanisms, such as OIDC, may accept the token
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(EDITOR))
                        .addRole(EDITOR)
                        .addRole(OPERATOR)
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE));
    }

    /** Before the mechanism of OIDC, which rejects tokens that it does not know. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
