package org.bluehelmets;

import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Contributions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end, as orchestrators do, answers what it has begun, and ends at once. */
class TerminatedIT {

    private static final String TOKEN = "a token for tests only";

    /** Some tens of milliseconds' work. */
    private static final String QUERY = """
            {"query": "{ missions(first: 100) { totalCount nodes { name hosts { name } personnelCounts { nodes { total } } } } }"}""";

    /** Ten times what it takes: more would mean that something is waited for. */
    private static final double MOST_MILLIS = 5000;

    private static final int CLIENTS = 4;

    @TempDir
    Path directory;

    @Test
    void whatIsUnderWayIsAnswered() throws Exception {
        byte[] query = request("POST", "/graphql", QUERY, "Content-Type: application/json");
        try (Artefact.Running service = start()) {
            service.firstAnswer(query);
            AtomicInteger answered = new AtomicInteger();
            List<CompletableFuture<String>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Background.supply(() -> askUntilRefused(service, query, answered)));
            }
            TimeUnit.MILLISECONDS.sleep(1000);

            double millis = service.terminate();

            for (CompletableFuture<String> client : clients) {
                assertEquals("refused", client.join());
            }
            assertTrue(answered.get() > CLIENTS, "hardly anything was answered: " + answered);
            assertTrue(millis < MOST_MILLIS, "it took " + millis + " ms to end");
            System.out.printf("Ended in %.0f ms, after %d answers.%n", millis, answered.get());
        }
    }

    /** It would take longer than there is, and is rolled back. */
    @Test
    void anImportIsCutOff() throws Exception {
        Contributions file = Contributions.file();
        for (int month = 0; month < 600; month++) {
            for (String nation : List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK")) {
                for (String mission : List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF")) {
                    file.row(
                            nation, mission, "Troops", 1, 1, "%d-%02d-28".formatted(1970 + month / 12, month % 12 + 1));
                }
            }
        }
        byte[] post = request("POST", "/imports/contributions", file.text(), "Authorization: Bearer " + TOKEN);
        try (Artefact.Running service = start()) {
            service.awaitReady();
            CompletableFuture<String> client = Background.supply(() -> ask(service, post));
            TimeUnit.MILLISECONDS.sleep(500);

            double millis = service.terminate();

            assertFalse(client.join().startsWith("HTTP/1.1 200"), client.join());
            assertTrue(millis < MOST_MILLIS, "it took " + millis + " ms to end");
            System.out.printf("Ended in %.0f ms, during an import.%n", millis);
        }
        try (Artefact.Running service = start()) {
            service.awaitReady();
            String export = service.ask(request("GET", "/exports/contributions.csv", ""));
            assertFalse(export.contains("KAZ"), export);
        }
    }

    /** Only the first start looks for migrations, and so reads the data files. */
    @Test
    void startingAgain() throws Exception {
        Path log = directory.resolve("data.log");
        try (Artefact.Running service = start()) {
            service.awaitReady();
            assertTrue(Files.readString(log).contains("org.flywaydb"), "the log tells nothing of migrations");
            assertEquals(143, endStatus(service));
        }
        try (Artefact.Running service = start()) {
            service.awaitReady();
            assertEquals(
                    !Artefact.underTest().isNative(),
                    Files.readString(log).contains("org.flywaydb"),
                    Files.readString(log));
        }
    }

    private Artefact.Running start() throws IOException {
        return Artefact.underTest().start(directory.resolve("data"), "-Dbluehelmets.editor.token=" + TOKEN);
    }

    private static int endStatus(Artefact.Running service) throws InterruptedException {
        service.terminate();
        return service.process().exitValue();
    }

    private static String ask(Artefact.Running service, byte[] request) {
        try {
            return service.ask(request);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What became of the last request: every one before was answered in full, or else this tells. */
    private static String askUntilRefused(Artefact.Running service, byte[] query, AtomicInteger answered) {
        while (true) {
            String answer = ask(service, query);
            boolean nothingWasSent = answer.isEmpty() || answer.contains("Exception");
            if (answer.startsWith("HTTP/1.1 503")
                    || nothingWasSent && !service.process().isAlive()) {
                return "refused";
            }
            if (nothingWasSent) {
                // the listener is closed just before the process is gone
                continue;
            }
            if (!answer.startsWith("HTTP/1.1 200") || !answer.endsWith("}")) {
                return answer;
            }
            answered.incrementAndGet();
        }
    }
}
