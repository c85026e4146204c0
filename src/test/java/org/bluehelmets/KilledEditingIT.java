package org.bluehelmets;

import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Editor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed at random moments while an editor records, corrects and retracts figures. Every change that was
 * acknowledged is there, whole, with all of its history; the one that was not has happened whole or not at all, and
 * repeating it makes it happen once. {@code -Dedits=10000} for many.
 */
class KilledEditingIT {

    private static final String TOKEN = "a token for tests only";
    private static final int KILLS =
            Integer.getInteger("kills", Artefact.underTest().isNative() ? 20 : 3);
    private static final int EDITS = Integer.getInteger("edits", KILLS * 50);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a figure has been made to say, the newest first: each as version, change, total and reason. */
    private static final String HISTORY = """
            query ($id: ID!) {
              node(id: $id) { ... on PersonnelCount { version total history { version change total reason } } }
              source(key: "killed") { personnelCounts { totalCount } }
            }""";

    /** A mutation that no answer has come for. */
    private record Edit(String mutation, Map<String, Object> variables, String key) {}

    @TempDir
    Path directory;

    private final Random random = new Random();

    /** By id, what the history of each figure must be. */
    private final Map<String, List<List<Object>>> figures = new LinkedHashMap<>();

    private final List<String> ids = new ArrayList<>();
    private Edit pending;
    private int edits;
    private int day;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalf() throws Exception {
        try (Artefact.Running service = start()) {
            service.awaitReady();
            edit(
                    service,
                    new Edit(
                            "SourceAdd",
                            Map.of("input", Map.of("key", "killed", "title", "A test", "publisher", "Tests")),
                            "source"));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = EDITS * kill / KILLS;
            try (Artefact.Running service = start()) {
                service.awaitReady();
                if (pending != null) {
                    // nobody knows whether it has happened: now it has
                    apply(pending, edit(service, pending));
                    pending = null;
                }
                CompletableFuture<Void> editor = Background.run(() -> editUntilKilled(service));
                while (edits < enough && !editor.isDone()) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                service.process().destroyForcibly().waitFor();
                editor.join();
            }
        }
        try (Artefact.Running service = start()) {
            service.awaitReady();
            if (pending != null) {
                apply(pending, edit(service, pending));
            }
            verify(service);
        }
        System.out.printf("Killed %d times during %d edits: all of them are in the histories.%n", KILLS, edits);
    }

    private Artefact.Running start() throws IOException {
        return Artefact.underTest().start(directory.resolve("data"), "-Dbluehelmets.editor.token=" + TOKEN);
    }

    private void editUntilKilled(Artefact.Running service) {
        while (true) {
            pending = next();
            try {
                JsonPath payload = edit(service, pending);
                if (payload == null) {
                    return;
                }
                apply(pending, payload);
            } catch (IOException killed) {
                return;
            }
            pending = null;
            edits++;
        }
    }

    /** Mostly corrections, of any figure; a new figure now and then, and seldom a retraction. */
    private Edit next() {
        String key = UUID.randomUUID().toString();
        int kind = random.nextInt(10);
        if (ids.isEmpty() || kind < 3) {
            int date = day++;
            return new Edit(
                    "PersonnelCountRecord",
                    Map.of(
                            "input",
                            Map.of(
                                    "source", "killed",
                                    "category", "ALL",
                                    "total", 0,
                                    "status", "HISTORICAL",
                                    "asOf",
                                            LocalDate.of(1950, 1, 1)
                                                    .plusDays(date)
                                                    .toString())),
                    key);
        }
        String id = ids.get(random.nextInt(ids.size()));
        int version = figures.get(id).size();
        return kind < 9
                ? new Edit(
                        "PersonnelCountCorrect",
                        Map.of(
                                "id",
                                id,
                                "version",
                                version,
                                "input",
                                Map.of("total", version, "reason", "r" + version)),
                        key)
                : new Edit("PersonnelCountRetract", Map.of("id", id, "version", version, "reason", "r" + version), key);
    }

    /** What an edit was answered; null where the connection was cut. */
    private static JsonPath edit(Artefact.Running service, Edit edit) throws IOException {
        String answer = service.ask(request(
                "POST",
                "/graphql",
                json(Map.of("query", Editor.document(edit.mutation), "variables", edit.variables)),
                "Content-Type: application/json",
                "Authorization: Bearer " + TOKEN,
                "Idempotency-Key: " + edit.key));
        if (answer.isEmpty()) {
            return null;
        }
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (!body.endsWith("}")) {
            // cut in the middle: no acknowledgement
            return null;
        }
        JsonPath payload = JsonPath.from(body);
        payload.setRootPath("data." + Character.toLowerCase(edit.mutation.charAt(0)) + edit.mutation.substring(1));
        assertEquals(List.of(), payload.getList("userErrors"), answer);
        return payload;
    }

    private void apply(Edit edit, JsonPath payload) {
        assertNotNull(payload, "no answer at all");
        if (edit.mutation.equals("SourceAdd")) {
            return;
        }
        String id = payload.getString("personnelCount.id");
        List<List<Object>> history = figures.computeIfAbsent(id, key -> {
            ids.add(id);
            return new ArrayList<>();
        });
        int version = history.size() + 1;
        switch (edit.mutation) {
            case "PersonnelCountRecord" -> history.add(0, revision(1, "RECORDED", 0, null));
            case "PersonnelCountCorrect" ->
                history.add(0, revision(version, "CORRECTED", version - 1, "r" + (version - 1)));
            default -> {
                history.add(0, revision(version, "RETRACTED", history.get(0).get(2), "r" + (version - 1)));
                ids.remove(id);
            }
        }
    }

    private static List<Object> revision(int version, String change, Object total, String reason) {
        List<Object> revision = new ArrayList<>(List.of(version, change, total));
        revision.add(reason);
        return revision;
    }

    private void verify(Artefact.Running service) throws IOException {
        for (Map.Entry<String, List<List<Object>>> figure : figures.entrySet()) {
            JsonPath found = ask(service, figure.getKey());
            assertEquals(
                    figure.getValue(),
                    found.<Map<String, Object>>getList("node.history").stream()
                            .map(each -> revision(
                                    (int) each.get("version"), (String) each.get("change"), each.get("total"), (String)
                                            each.get("reason")))
                            .toList());
            assertEquals(figure.getValue().size(), found.getInt("node.version"));
            assertEquals(figure.getValue().get(0).get(2), found.getInt("node.total"));
            // those that were retracted are in no list
            assertEquals(ids.size(), found.getInt("source.personnelCounts.totalCount"));
        }
    }

    private static JsonPath ask(Artefact.Running service, String id) throws IOException {
        String answer = service.ask(request(
                "POST",
                "/graphql",
                json(Map.of("query", HISTORY, "variables", Map.of("id", id))),
                "Content-Type: application/json"));
        JsonPath data = JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        return data.setRootPath("data");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
