package org.bluehelmets;

import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluehelmets.testsupport.Artefact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end, as orchestrators do, answers what it has begun, and ends at once. */
class TerminatedIT {

    /** Some twenty milliseconds' work. */
    private static final String QUERY = """
            {"query": "{ missions(first: 100) { totalCount nodes { name hosts { name } personnelCounts { nodes { total } } } } }"}""";

    private static final double MOST_MILLIS = 1000;
    private static final int CLIENTS = 8;

    @TempDir
    Path directory;

    @Test
    void whatIsUnderWayIsAnswered() throws Exception {
        byte[] query = request("POST", "/graphql", QUERY, "Content-Type: application/json");
        try (Artefact.Running service = Artefact.underTest().start(directory.resolve("data"))) {
            service.firstAnswer(query);
            AtomicInteger answered = new AtomicInteger();
            List<CompletableFuture<String>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(CompletableFuture.supplyAsync(() -> askUntilRefused(service, query, answered)));
            }
            TimeUnit.MILLISECONDS.sleep(500);

            double millis = service.terminate();

            for (CompletableFuture<String> client : clients) {
                assertEquals("refused", client.join());
            }
            assertTrue(answered.get() > CLIENTS, "hardly anything was answered: " + answered);
            assertTrue(millis < MOST_MILLIS, "it took " + millis + " ms to end");
            System.out.printf("Ended in %.0f ms, after %d answers.%n", millis, answered.get());
        }
    }

    /** What became of the last request: every one before was answered in full. */
    private static String askUntilRefused(Artefact.Running service, byte[] query, AtomicInteger answered) {
        while (true) {
            try {
                String answer = service.ask(query);
                if (answer.startsWith("HTTP/1.1 503")) {
                    return "refused";
                }
                if (!answer.startsWith("HTTP/1.1 200") || !answer.endsWith("}")) {
                    return answer;
                }
                answered.incrementAndGet();
            } catch (ConnectException e) {
                return "refused";
            } catch (IOException e) {
                return e.toString();
            }
        }
    }
}
