package org.bluehelmets.testsupport;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Signs tokens as an OpenID Connect provider does. */
public final class Provider {

    /** The one that the service under test trusts. */
    public static final Provider TRUSTED = new Provider("trusted");

    /** One with another key, that says it was the first. */
    public static final Provider OTHER = new Provider("other");

    private static final String ISSUER = "https://provider.example/realms/peacekeeping";

    /** The service trusts this provider's tokens. */
    public static class Trusted extends OwnDatabase {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(TRUSTED.settings());
            return settings;
        }
    }

    /** It does, and nobody else may read. */
    public static class Closed extends Trusted {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = super.getConfigOverrides();
            settings.put("bluehelmets.auth.required", "true");
            return settings;
        }
    }

    private final String publicKey;
    private final PrivateKey privateKey;

    /** Profiles and tests are loaded by several class loaders, which find the same keys among the system's properties. */
    private Provider(String name) {
        String publicName = Provider.class.getName() + "." + name + ".public";
        String privateName = Provider.class.getName() + "." + name + ".private";
        try {
            if (System.getProperty(publicName) == null) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair keys = generator.generateKeyPair();
                System.setProperty(publicName, text(keys.getPublic()));
                System.setProperty(privateName, text(keys.getPrivate()));
            }
            publicKey = System.getProperty(publicName);
            privateKey = KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(privateName))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** How a service is told to trust it. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.public-key",
                publicKey,
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    public String token(String user, String... roles) {
        return issuedBy(ISSUER, user, roles);
    }

    public String issuedBy(String issuer, String user, String... roles) {
        return claims(issuer, user, roles).expiresIn(Duration.ofHours(1)).sign(privateKey);
    }

    /** A token that is not valid for long. */
    public String shortLived(String user, Duration life) {
        return claims(ISSUER, user).expiresIn(life).sign(privateKey);
    }

    public String expired(String user, String... roles) {
        return claims(ISSUER, user, roles)
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().minusSeconds(3600))
                .sign(privateKey);
    }

    /** What anybody can write down. */
    public static String unsigned(String user, String role) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes());
        String claims = "{\"iss\":\"%s\",\"upn\":\"%s\",\"groups\":[\"%s\"],\"exp\":%d}"
                .formatted(ISSUER, user, role, Instant.now().plusSeconds(3600).getEpochSecond());
        return header + "." + encoder.encodeToString(claims.getBytes()) + ".";
    }

    private static JwtClaimsBuilder claims(String issuer, String user, String... roles) {
        return Jwt.issuer(issuer).subject("id-of-" + user).upn(user).groups(Set.of(roles));
    }
}
