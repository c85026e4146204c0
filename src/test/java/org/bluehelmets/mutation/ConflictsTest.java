package org.bluehelmets.mutation;

import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.correctInAnyCase;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests mutations of many concurrent editors. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ConflictsTest {

    private static final int EDITORS = 32;

    /** Few, because each editor retries until it succeeds: the number of requests grows with the square. */
    private static final int RETRYING_EDITORS = 12;

    private final Rows rows = new Rows();

    @BeforeEach
    void addTestSource() {
        cleanUp();
        addSource("t-paper");
    }

    @AfterEach
    void cleanUp() {
        rows.clearCurated();
    }

    private static Map<String, Object> count() {
        return Map.of("source", "t-paper", "category", "ALL", "total", 0, "status", "PLANNED", "asOf", "2030");
    }

    /** Sends a mutation for each editor concurrently. Returns the payloads. */
    private static List<JsonPath> sendConcurrently(String mutation, IntFunction<Map<String, ?>> variables)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Future<JsonPath>> responses = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                int editor = i;
                responses.add(threads.submit(() -> payload(mutation, variables.apply(editor))));
            }
            List<JsonPath> payloads = new ArrayList<>();
            for (Future<JsonPath> response : responses) {
                payloads.add(response.get());
            }
            return payloads;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long countErrors(String code, List<JsonPath> payloads) {
        return payloads.stream()
                .filter(payload -> payload.getList("userErrors.code").equals(List.of(code)))
                .count();
    }

    @Test
    void onlyOneConcurrentCorrectionSucceeds() throws Exception {
        String id = done("PersonnelCountRecord", Map.of("input", count())).getString("personnelCount.id");

        List<JsonPath> payloads = sendConcurrently(
                "PersonnelCountCorrect",
                editor -> Map.of("id", id, "version", 1, "input", Map.of("total", editor + 1, "reason", "mine")));

        assertEquals(EDITORS - 1, countErrors("CONFLICT", payloads));
        List<JsonPath> winners = payloads.stream()
                .filter(payload -> payload.getList("userErrors").isEmpty())
                .toList();
        assertEquals(1, winners.size());
        JsonPath now = data("""
                query ($id: ID!) { node(id: $id) { ... on PersonnelCount { version total history { version total } } } }""", Map.of("id", id));
        assertEquals(2, now.getInt("node.version"));
        assertEquals(winners.get(0).getInt("personnelCount.total"), now.getInt("node.total"));
        assertEquals(List.of(2, 1), now.getList("node.history.version"));
    }

    /** Editors that retry with the current version succeed, and the history has each version. */
    @Test
    void historyContainsAllRetriedCorrections() throws Exception {
        String id = done("PersonnelCountRecord", Map.of("input", count())).getString("personnelCount.id");
        ExecutorService threads = Executors.newFixedThreadPool(RETRYING_EDITORS);
        try {
            List<Future<?>> editors = new ArrayList<>();
            for (int i = 1; i <= RETRYING_EDITORS; i++) {
                int total = i;
                editors.add(threads.submit(() -> correctInAnyCase(id, total)));
            }
            for (Future<?> editor : editors) {
                editor.get();
            }
        } finally {
            threads.shutdownNow();
        }
        JsonPath now = data("""
                query ($id: ID!) { node(id: $id) { ... on PersonnelCount { history { version total } } } }""", Map.of("id", id));
        List<Integer> versions = now.getList("node.history.version");
        List<Integer> totals = new ArrayList<>(now.getList("node.history.total"));
        Collections.sort(totals);
        assertEquals(
                IntStream.rangeClosed(1, RETRYING_EDITORS + 1)
                        .mapToObj(version -> RETRYING_EDITORS + 2 - version)
                        .toList(),
                versions);
        assertEquals(IntStream.rangeClosed(0, RETRYING_EDITORS).boxed().toList(), totals);
    }

    @Test
    void onlyOneOfConcurrentDuplicatesIsRecorded() throws Exception {
        List<JsonPath> payloads = sendConcurrently("PersonnelCountRecord", editor -> Map.of("input", count()));

        assertEquals(EDITORS - 1, countErrors("DUPLICATE", payloads));
        assertEquals(
                1,
                data("{ source(key: \"t-paper\") { personnelCounts { totalCount } } }")
                        .getInt("source.personnelCounts.totalCount"));
    }
}
