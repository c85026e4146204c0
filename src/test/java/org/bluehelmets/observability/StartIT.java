package org.bluehelmets.observability;

import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluehelmets.testsupport.Artefact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readiness and log of a process that starts. */
class StartIT {

    private static final byte[] NATION = request(
            "POST",
            "/graphql",
            "{\"query\": \"{ nation(code: \\\"KAZ\\\") { code } }\"}",
            "Content-Type: application/json");

    @TempDir
    Path directory;

    /** On the first start, the process loads the data. */
    @Test
    void hasDataWhenReady() throws Exception {
        try (Artefact.Running service = Artefact.underTest().start(directory.resolve("data"))) {
            service.awaitReady();
            String answer = service.ask(NATION);
            assertTrue(answer.endsWith("{\"data\":{\"nation\":{\"code\":\"KAZ\"}}}"), answer);
            List<String> lines = Files.readAllLines(service.log());
            assertTrue(
                    lines.stream().anyMatch(line -> line.contains("operation=anonymous type=query")), () -> "" + lines);
            assertFalse(lines.get(0).startsWith("{"), lines.get(0));
        }
    }

    @Test
    void logsJsonIfEnabled() throws Exception {
        try (Artefact.Running service = Artefact.underTest()
                .start(
                        directory.resolve("data"),
                        "-Dquarkus.log.console.json.enabled=true",
                        "-Dquarkus.log.category.\"access\".level=OFF")) {
            service.awaitReady();
            service.ask(NATION);
            List<String> lines = Files.readAllLines(service.log());
            for (String line : lines) {
                assertTrue(new ObjectMapper().readTree(line).has("loggerName"), line);
                assertFalse(line.contains("type=query"), line);
            }
        }
    }
}
