package org.bluehelmets.cli;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Derives the address of a service on this machine from its settings, which are those of this process. */
final class ServiceAddress {

    private static final Path CONFIG_FILE = Path.of("config", "application.properties");

    /** The ordinal that Quarkus uses: above packaged settings, below the file {@code .env}. */
    private static final int CONFIG_FILE_ORDINAL = 260;

    /** Listen addresses that stand for all interfaces. */
    private static final Set<String> ANY_IPV4 = Set.of("0.0.0.0", "");

    private static final Set<String> ANY_IPV6 = Set.of("::", "0:0:0:0:0:0:0:0");

    private final Config config;

    ServiceAddress(Config config) {
        this.config = config;
    }

    /**
     * Reads the settings without starting Quarkus: from system properties, environment variables, {@code .env} and
     * {@code config/application.properties}.
     */
    static SmallRyeConfig settings() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                // packaged settings, such as the root path
                .addPropertiesSources()
                .withProfile(profile());
        builder.withSources(new DotEnvConfigSourceProvider().getConfigSources(loader));
        if (Files.isReadable(CONFIG_FILE)) {
            builder.withSources(new PropertiesConfigSource(CONFIG_FILE.toUri().toURL(), CONFIG_FILE_ORDINAL));
        }
        return builder.build();
    }

    private static String profile() {
        String variable = System.getenv("QUARKUS_PROFILE");
        return System.getProperty("quarkus.profile", variable == null ? "prod" : variable);
    }

    /**
     * Returns the URLs of the readiness check, the most likely one first.
     *
     * @param port overrides the configured port
     * @throws IllegalStateException if the settings do not determine an address; the message says why
     */
    List<URI> readinessUrls(OptionalInt port) {
        boolean management = is("quarkus.management.enabled");
        String prefix = management ? "quarkus.management." : "quarkus.http.";
        if (!management
                && config.getOptionalValue("quarkus.http.host-enabled", String.class)
                        .filter("false"::equalsIgnoreCase)
                        .isPresent()) {
            throw new IllegalStateException(
                    "the service listens on no port, because quarkus.http.host-enabled is false");
        }
        boolean tls = management ? hasCertificate(prefix) : hasCertificate(prefix) && !servesPlainHttp();
        String portName = management ? "quarkus.management.port" : tls ? "quarkus.http.ssl-port" : "quarkus.http.port";
        int number = port.orElseGet(
                () -> config.getOptionalValue(portName, Integer.class).orElse(management ? 9000 : tls ? 8443 : 8080));
        if (number <= 0) {
            throw new IllegalStateException(
                    "%s is %s, so the actual port is unknown; set --port".formatted(portName, number));
        }
        return hosts(text(prefix + "host").orElse("")).stream()
                .map(host -> URI.create((tls ? "https" : "http") + "://" + host + ":" + number + path(management)))
                .toList();
    }

    /** Whether a service with TLS also serves plain HTTP, instead of redirecting or rejecting it. */
    private boolean servesPlainHttp() {
        String defaultValue = text("quarkus.http.ssl.client-auth")
                .filter("required"::equalsIgnoreCase)
                .map(required -> "disabled")
                .orElse("enabled");
        return text("quarkus.http.insecure-requests").orElse(defaultValue).equalsIgnoreCase("enabled");
    }

    private boolean hasCertificate(String prefix) {
        return text(prefix + "tls-configuration-name").isPresent()
                || StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .anyMatch(name ->
                                isCertificateSetting(name, prefix) && text(name).isPresent());
    }

    /** Whether a setting configures a certificate. Environment variables contain underscores in place of dashes. */
    private static boolean isCertificateSetting(String name, String prefix) {
        String dotted = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ".");
        return dotted.startsWith(prefix + "ssl.certificate.") || dotted.startsWith("quarkus.tls.key.store.");
    }

    private static List<String> hosts(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (ANY_IPV4.contains(bare)) {
            return List.of("127.0.0.1");
        }
        if (ANY_IPV6.contains(bare)) {
            // the service may listen on IPv6 only, or the machine may have no IPv6
            return List.of("[::1]", "127.0.0.1");
        }
        return List.of(bare.contains(":") ? "[" + bare.toLowerCase(Locale.ROOT) + "]" : bare);
    }

    private String path(boolean management) {
        String base = management
                ? resolve("/", text("quarkus.management.root-path").orElse("/q"))
                : resolve(
                        resolve("/", text("quarkus.http.root-path").orElse("/")),
                        text("quarkus.http.non-application-root-path").orElse("q"));
        String health = resolve(base, text("quarkus.smallrye-health.root-path").orElse("health"));
        return resolve(health, text("quarkus.smallrye-health.readiness-path").orElse("ready"));
    }

    /** Resolves a path against a base path, unless it starts with a slash. */
    private static String resolve(String base, String path) {
        String whole = path.startsWith("/") ? path : base + "/" + path;
        return whole.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private boolean is(String name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }
}
