package org.bluehelmets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Tests the health command. */
class HealthCommandTest {

    private final StringWriter err = new StringWriter();
    private HttpServer service;
    private int status;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void exitStatusDependsOnResponse(int answered, int exit) {
        status = answered;

        assertEquals(exit, health());
        assertEquals(exit != 0, err.toString().contains("status " + answered));
    }

    @Test
    void failsIfServiceDoesNotRespond() {
        service.stop(0);

        assertEquals(1, health());
        assertTrue(err.toString().startsWith("not ready: "), err.toString());
    }

    /** Container engines run the command every few seconds. */
    @Test
    void runsWithoutStartingTheApplication() {
        status = 200;

        assertEquals(
                0, Commands.check("health", "--port", "" + service.getAddress().getPort()));
    }

    private int health() {
        return execute(Map.of(), "--port", "" + service.getAddress().getPort());
    }

    private int execute(Map<String, String> settings, String... args) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the service's settings", 100))
                .build();
        return new CommandLine(new HealthCommand(config))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                                       | http://127.0.0.1:8080/q/health/ready
            quarkus.http.port=81                                                    | http://127.0.0.1:81/q/health/ready
            quarkus.http.host=0.0.0.0                                               | http://127.0.0.1:8080/q/health/ready
            quarkus.http.host=localhost                                             | http://localhost:8080/q/health/ready
            quarkus.http.host=192.0.2.7                                             | http://192.0.2.7:8080/q/health/ready
            quarkus.http.host=::1                                                   | http://[::1]:8080/q/health/ready
            quarkus.http.host=[::1]                                                 | http://[::1]:8080/q/health/ready
            quarkus.http.host=2001:DB8::5                                           | http://[2001:db8::5]:8080/q/health/ready
            quarkus.http.host=::                                                    | http://[::1]:8080/q/health/ready http://127.0.0.1:8080/q/health/ready
            quarkus.http.root-path=/peace                                           | http://127.0.0.1:8080/peace/q/health/ready
            quarkus.http.root-path=peace/                                           | http://127.0.0.1:8080/peace/q/health/ready
            quarkus.http.root-path=/peace quarkus.http.non-application-root-path=/x | http://127.0.0.1:8080/x/health/ready
            quarkus.smallrye-health.root-path=/h                                    | http://127.0.0.1:8080/h/ready
            quarkus.http.insecure-requests=redirect                                 | http://127.0.0.1:8080/q/health/ready
            quarkus.http.ssl.certificate.files=a.pem                                | http://127.0.0.1:8080/q/health/ready
            quarkus.http.ssl.certificate.files=a.pem quarkus.http.insecure-requests=redirect                            | https://127.0.0.1:8443/q/health/ready
            quarkus.http.ssl.certificate.files=a.pem quarkus.http.insecure-requests=DISABLED quarkus.http.ssl-port=44   | https://127.0.0.1:44/q/health/ready
            quarkus.http.ssl.certificate.files=a.pem quarkus.http.ssl.client-auth=required                              | https://127.0.0.1:8443/q/health/ready
            quarkus.tls.key-store.p12.path=a.p12 quarkus.http.insecure-requests=redirect quarkus.http.host=::1          | https://[::1]:8443/q/health/ready
            quarkus.http.tls-configuration-name=t quarkus.http.insecure-requests=redirect                               | https://127.0.0.1:8443/q/health/ready
            quarkus.management.enabled=true                                         | http://127.0.0.1:9000/q/health/ready
            quarkus.management.enabled=true quarkus.management.host=::1 quarkus.management.port=91 quarkus.management.root-path=/m | http://[::1]:91/m/health/ready
            """)
    void derivesUrlFromSettings(String settings, String addresses) {
        assertEquals(
                addresses,
                new ServiceAddress(config(settings))
                        .readinessUrls(OptionalInt.empty()).stream()
                                .map(URI::toString)
                                .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"quarkus.http.host-enabled=false, listens on no port", "quarkus.http.port=0, set --port"})
    void explainsMissingAddress(String settings, String reason) {
        assertEquals(1, execute(properties(settings)));
        assertTrue(err.toString().contains(reason), err.toString());
    }

    @Test
    void readsEnvironmentVariables() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "QUARKUS_HTTP_HOST", "::1",
                                "QUARKUS_HTTP_INSECURE_REQUESTS", "redirect",
                                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", "a.pem",
                                "QUARKUS_HTTP_SSL_PORT", "8444"),
                        300))
                .build();
        assertEquals(
                List.of(URI.create("https://[::1]:8444/q/health/ready")),
                new ServiceAddress(config).readinessUrls(OptionalInt.empty()));
    }

    @Test
    void acceptsAnyCertificate(@TempDir Path directory) throws Exception {
        status = 200;
        HttpsServer secure = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls(directory.resolve("keys.p12"))));
        secure.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        secure.start();
        try {
            Map<String, String> settings = Map.of(
                    "quarkus.http.ssl-port", "" + secure.getAddress().getPort(),
                    "quarkus.http.ssl.certificate.key-store-file", "keys.p12",
                    "quarkus.http.insecure-requests", "redirect");
            assertEquals(0, execute(settings), err::toString);
            status = 503;
            assertEquals(1, execute(settings));
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void supportsIpv6() throws IOException {
        HttpServer six;
        try {
            six = HttpServer.create(new InetSocketAddress("::1", 0), 0);
        } catch (IOException e) {
            assumeTrue(false, "this machine has no IPv6: " + e);
            return;
        }
        six.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        six.start();
        try {
            String port = "" + six.getAddress().getPort();
            assertEquals(0, execute(Map.of("quarkus.http.host", "::1", "quarkus.http.port", port)), err::toString);
            assertEquals(0, execute(Map.of("quarkus.http.host", "::", "quarkus.http.port", port)), err::toString);
            assertEquals(1, execute(Map.of("quarkus.http.port", port)));
        } finally {
            six.stop(0);
        }
    }

    private static SSLContext tls(Path keys) throws Exception {
        String secret = "a password for tests only";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=elsewhere.example.org",
                        "-alias",
                        "service",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        secret)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance(keys.toFile(), secret.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, secret.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static SmallRyeConfig config(String settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties(settings), "the service's settings", 100))
                .build();
    }

    private static Map<String, String> properties(String settings) {
        Map<String, String> properties = new HashMap<>();
        if (settings != null) {
            for (String each : settings.split(" ")) {
                properties.put(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
        }
        return properties;
    }
}
