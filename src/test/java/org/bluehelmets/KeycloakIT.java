package org.bluehelmets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.LiveClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Editors whose tokens a real provider issues: Keycloak, which {@code ./mvnw verify -Pkeycloak} fetches. Without it this
 * is skipped.
 */
class KeycloakIT {

    private static final Path FETCHED = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("src/test/resources/keycloak/peacekeeping-realm.json");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String ADD = """
            {"query": "mutation { sourceAdd(input: {key: \\"t-keycloak-%d\\", title: \\"T\\", publisher: \\"P\\"}) { source { key } userErrors { code } } personnelCountRecord(input: {source: \\"t-keycloak-%<d\\", category: ALL, total: 1, status: PLANNED, asOf: \\"2030\\"}) { personnelCount { history { changedBy } } } }"}""";

    private static int sent;

    @TempDir
    Path directory;

    @Test
    void itsEditorsMayWrite() throws Exception {
        assumeTrue(Files.isDirectory(FETCHED), "Keycloak was not fetched: run ./mvnw verify -Pkeycloak");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String realm = "http://localhost:" + port + "/realms/peacekeeping";
        Path data = Files.createDirectory(directory.resolve("data"));
        try (Artefact.Running service = Artefact.underTest()
                .start(
                        data,
                        "-Dquarkus.oidc.tenant-enabled=true",
                        "-Dquarkus.oidc.auth-server-url=" + realm,
                        "-Dquarkus.oidc.token.audience=bluehelmets",
                        "-Dquarkus.oidc.roles.role-claim-path=realm_access/roles")) {
            service.awaitReady();
            RestAssured.port = service.port();
            // the provider is down: the service reads, and says that it cannot tell who writes
            HttpResponse<String> early = add(service, "nobody.knows.yet");
            assertEquals(503, early.statusCode(), early::body);

            Process keycloak = startKeycloak(port);
            try {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> answers(realm));
                String editor = token(realm, "desk", "eva");
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> add(service, editor).statusCode() == 200);
                JsonPath added = new JsonPath(add(service, editor).body());
                assertEquals("eva", added.getString("data.personnelCountRecord.personnelCount.history[0].changedBy"));

                assertEquals(403, add(service, token(realm, "desk", "rudi")).statusCode());
                assertEquals(401, add(service, token(realm, "elsewhere", "eva")).statusCode(), "another's token");
                assertEquals(
                        401,
                        add(service, editor.substring(0, editor.length() - 4) + "AAAA")
                                .statusCode());
                try (LiveClient live = LiveClient.connect().initialised("Bearer " + editor)) {
                    live.subscribe(
                            "m",
                            "mutation { sourceAdd(input: {key: \"t-live\", title: \"T\", publisher: \"P\"}) { source { key } } }",
                            Map.of());
                    assertEquals("t-live", live.nextData("m").getString("sourceAdd.source.key"));
                }
            } finally {
                keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
                keycloak.destroyForcibly().waitFor();
            }
        }
    }

    private static HttpResponse<String> add(Artefact.Running service, String token)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(ADD.formatted(++sent)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static boolean answers(String realm) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(realm)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String token(String realm, String client, String user) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s".formatted(client, user, user);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String token = new JsonPath(answer.body()).getString("access_token");
        assertNotNull(token, answer::body);
        return token;
    }

    private Process startKeycloak(int port) throws IOException {
        Path home;
        try (Stream<Path> folders = Files.list(FETCHED)) {
            home = folders.max(Comparator.naturalOrder()).orElseThrow();
        }
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imports.resolve("peacekeeping-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        File log = directory.resolve("keycloak.log").toFile();
        // no permission to execute survives the unpacking
        return new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + port,
                        "--cache=local")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }
}
