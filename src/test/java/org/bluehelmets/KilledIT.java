package org.bluehelmets;

import static java.util.stream.Collectors.groupingBy;
import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Contributions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed again and again while it writes. What it has acknowledged is there at the next start. */
class KilledIT {

    private static final String TOKEN = "a token for tests only";
    private static final int KILLS =
            Integer.getInteger("kills", Artefact.underTest().isNative() ? 20 : 3);
    private static final int MONTHS = 12;
    private static final List<String> NATIONS = List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA");
    private static final List<String> MISSIONS = List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF");

    @TempDir
    Path directory;

    /** The number that every row of a month was last acknowledged with. */
    private final Map<Integer, Integer> acknowledged = new HashMap<>();

    /** The month and number that no answer has come for. */
    private int[] pending;

    private int written;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Artefact.Running service = start()) {
                service.awaitReady();
                verify(service);
                CompletableFuture<String> writer = Background.supply(() -> writeUntilKilled(service));
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(1000));
                service.process().destroyForcibly().waitFor();
                assertNull(writer.join());
            }
        }
        try (Artefact.Running service = start()) {
            service.awaitReady();
            verify(service);
        }
        assertTrue(written > KILLS, "hardly anything was written: " + written);
        System.out.printf("Killed %d times during %d writes: nothing acknowledged was lost.%n", KILLS, written);
    }

    private Artefact.Running start() throws IOException {
        return Artefact.underTest().start(directory.resolve("data"), "-Dbluehelmets.editor.token=" + TOKEN);
    }

    /** A first start leaves the database in the middle of being made. */
    @Test
    void aFirstStartThatIsKilledIsNoObstacle() throws Exception {
        Random random = new Random();
        int longest = Artefact.underTest().isNative() ? 400 : 8000;
        for (int kill = 0; kill < KILLS; kill++) {
            Path data = directory.resolve("first" + kill);
            try (Artefact.Running service = Artefact.underTest().start(data)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(longest));
            }
            try (Artefact.Running service = Artefact.underTest().start(data)) {
                service.awaitReady();
            }
        }
    }

    /** Answers what is no acknowledgement; null where the connection was cut. */
    private String writeUntilKilled(Artefact.Running service) {
        while (true) {
            int month = written % MONTHS;
            pending = new int[] {month, written + 1};
            String file = month(month, written + 1);
            byte[] post = request("POST", "/imports/contributions", file, "Authorization: Bearer " + TOKEN);
            try {
                String answer = service.ask(post);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    return answer.isEmpty() ? null : answer;
                }
            } catch (IOException killed) {
                return null;
            }
            written++;
            acknowledged.put(month, written);
            pending = null;
        }
    }

    private static String month(int month, int number) {
        Contributions file = Contributions.file();
        for (String nation : NATIONS) {
            for (String mission : MISSIONS) {
                file.row(nation, mission, "Troops", 0, number, "2020-%02d-28".formatted(month + 1));
            }
        }
        return file.text();
    }

    /** Every month is whole, with the number it was acknowledged with, or the one that nobody knows of. */
    private void verify(Artefact.Running service) throws IOException, InterruptedException {
        URI exports = URI.create("http://localhost:" + service.port() + "/exports/contributions.csv");
        HttpResponse<String> export = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(exports).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, export.statusCode());
        Map<Integer, List<String[]>> rows = export.body()
                .lines()
                .map(line -> line.split(","))
                .filter(cells -> cells.length == 9 && cells[8].startsWith("2020-"))
                .collect(groupingBy(cells -> Integer.parseInt(cells[8].substring(5, 7)) - 1));
        for (int month = 0; month < MONTHS; month++) {
            List<String[]> found = rows.getOrDefault(month, List.of());
            List<Integer> numbers = found.stream()
                    .map(cells -> Integer.parseInt(cells[7]))
                    .distinct()
                    .toList();
            if (pending != null && pending[0] == month && numbers.equals(List.of(pending[1]))) {
                // it was written, only the answer was not sent
                acknowledged.put(month, pending[1]);
            }
            Integer expected = acknowledged.get(month);
            assertEquals(expected == null ? List.of() : List.of(expected), numbers, "month " + month);
            assertEquals(expected == null ? 0 : NATIONS.size() * MISSIONS.size(), found.size(), "month " + month);
        }
        pending = null;
    }
}
