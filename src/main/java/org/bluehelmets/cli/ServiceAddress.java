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

/** Where a service on this machine answers, by the settings that it was started with: those of this process. */
final class ServiceAddress {

    private static final Path SETTINGS = Path.of("config", "application.properties");

    /** As Quarkus has it: above what is built in, below the file {@code .env}. */
    private static final int ORDINAL_OF_SETTINGS = 260;

    /** Addresses that stand for all of the machine's, and those that reach them from inside. */
    private static final Set<String> ANY_IPV4 = Set.of("0.0.0.0", "");

    private static final Set<String> ANY_IPV6 = Set.of("::", "0:0:0:0:0:0:0:0");

    private final Config config;

    ServiceAddress(Config config) {
        this.config = config;
    }

    /**
     * Reads settings where the service reads them, without starting anything: system properties, environment variables,
     * {@code .env} and {@code config/application.properties}.
     */
    static SmallRyeConfig settings() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                // what was built: the path that all is served below
                .addPropertiesSources()
                .withProfile(profile());
        builder.withSources(new DotEnvConfigSourceProvider().getConfigSources(loader));
        if (Files.isReadable(SETTINGS)) {
            builder.withSources(new PropertiesConfigSource(SETTINGS.toUri().toURL(), ORDINAL_OF_SETTINGS));
        }
        return builder.build();
    }

    private static String profile() {
        String variable = System.getenv("QUARKUS_PROFILE");
        return System.getProperty("quarkus.profile", variable == null ? "prod" : variable);
    }

    /**
     * The addresses to ask whether the service is ready, the likeliest first.
     *
     * @param port in the place of the configured one
     * @throws IllegalStateException where the service has no address that could be known; the message says why
     */
    List<URI> ofReadiness(OptionalInt port) {
        boolean management = is("quarkus.management.enabled");
        String prefix = management ? "quarkus.management." : "quarkus.http.";
        if (!management
                && config.getOptionalValue("quarkus.http.host-enabled", String.class)
                        .filter("false"::equalsIgnoreCase)
                        .isPresent()) {
            throw new IllegalStateException(
                    "the service listens to no port: quarkus.http.host-enabled is false. Ask it another way.");
        }
        boolean tls = management ? hasCertificate(prefix) : hasCertificate(prefix) && !isPlainServed();
        String portName = management ? "quarkus.management.port" : tls ? "quarkus.http.ssl-port" : "quarkus.http.port";
        int number = port.orElseGet(
                () -> config.getOptionalValue(portName, Integer.class).orElse(management ? 9000 : tls ? 8443 : 8080));
        if (number <= 0) {
            throw new IllegalStateException(
                    portName + " is " + number + ": nobody knows which port that has become. Name it by --port.");
        }
        return hosts(text(prefix + "host").orElse("")).stream()
                .map(host -> URI.create((tls ? "https" : "http") + "://" + host + ":" + number + path(management)))
                .toList();
    }

    /** Whether requests without TLS are answered where there is TLS as well, and not only sent elsewhere. */
    private boolean isPlainServed() {
        String otherwise = text("quarkus.http.ssl.client-auth")
                .filter("required"::equalsIgnoreCase)
                .map(required -> "disabled")
                .orElse("enabled");
        return text("quarkus.http.insecure-requests").orElse(otherwise).equalsIgnoreCase("enabled");
    }

    private boolean hasCertificate(String prefix) {
        return text(prefix + "tls-configuration-name").isPresent()
                || StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .anyMatch(name ->
                                isCertificate(name, prefix) && text(name).isPresent());
    }

    /** Whether a setting names a key or certificate; the environment has no dashes in its names. */
    private static boolean isCertificate(String name, String prefix) {
        String dotted = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ".");
        return dotted.startsWith(prefix + "ssl.certificate.") || dotted.startsWith("quarkus.tls.key.store.");
    }

    private static List<String> hosts(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (ANY_IPV4.contains(bare)) {
            return List.of("127.0.0.1");
        }
        if (ANY_IPV6.contains(bare)) {
            // where it listens to IPv6 only, or the machine has none
            return List.of("[::1]", "127.0.0.1");
        }
        return List.of(bare.contains(":") ? "[" + bare.toLowerCase(Locale.ROOT) + "]" : bare);
    }

    private String path(boolean management) {
        String base = management
                ? absolute("/", text("quarkus.management.root-path").orElse("/q"))
                : absolute(
                        absolute("/", text("quarkus.http.root-path").orElse("/")),
                        text("quarkus.http.non-application-root-path").orElse("q"));
        String health = absolute(base, text("quarkus.smallrye-health.root-path").orElse("health"));
        return absolute(health, text("quarkus.smallrye-health.readiness-path").orElse("ready"));
    }

    /** A path within another, unless it begins with a slash. */
    private static String absolute(String base, String path) {
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
