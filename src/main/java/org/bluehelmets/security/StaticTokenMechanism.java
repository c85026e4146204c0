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

/** Knows the editor's token, where one is configured. */
@Startup
@ApplicationScoped
public class StaticTokenMechanism implements HttpAuthenticationMechanism {

    /** The role of those who may write. */
    public static final String EDITOR = "editor";

    /** The role of those who may copy all there is, and put back what was. */
    public static final String OPERATOR = "operator";

    /** What those are told who need credentials. */
    public static final String CHALLENGE = "Bearer realm=\"Blue Helmets\"";

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 16;

    private final Optional<byte[]> token;

    public StaticTokenMechanism(EditorConfig config) {
        token = config.token()
                .map(String::strip)
                .or(() -> config.tokenFile().map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new ConfigurationException(
                                "The editor's token cannot be read from " + file
                                        + ". Make the file readable, or set bluehelmets.editor.token-file to another.",
                                e);
                    }
                }))
                .map(text -> {
                    if (text.length() < SHORTEST) {
                        throw new ConfigurationException(
                                "The editor's token can be guessed. Set one of at least " + SHORTEST + " characters.",
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
        // in a time that says nothing of where they differ
        if (token.isEmpty() || !MessageDigest.isEqual(sent, token.get())) {
            // it may be a provider's; where it is nobody's, its sender is nobody
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

    /** Before what reads the tokens of a provider, and refuses others. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
