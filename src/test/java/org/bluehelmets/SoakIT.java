package org.bluehelmets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bluehelmets.testsupport.Answers;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.RawConnection;
import org.bluehelmets.testsupport.RawConnection.Answer;
import org.bluehelmets.testsupport.SoakRequests;
import org.bluehelmets.testsupport.SoakRequests.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was built, under load of all kinds for as long as you like: it answers as before, has all of its connections, and
 * no more memory than it had. Run it by name, after a build:
 * {@code ./mvnw test -Dtest=SoakIT -Dsoak.minutes=30}. Memory is judged from three minutes on: a process that has
 * just begun is still growing.
 */
class SoakIT {

    private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "1"));
    private static final int CONNECTIONS = Integer.getInteger("soak.connections", 24);
    /** With a bound, so that garbage which nobody has needed to collect is not taken for a leak. */
    private static final String HEAP = "-Xmx" + System.getProperty("soak.heap", "512m");

    private static final int GENERATED_ROWS = 50_000;
    private static final Path OFFICIAL = Path.of("../shared/data/un/contributions-2015-2025.csv.gz");
    private static final String TOKEN = "a token for tests only";
    private static final int SAMPLE_SECONDS = 2;
    private static final double MOST_GROWTH = 1.3;
    private static final double JUDGED_FROM_MINUTES = 3;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PATIENCE_OF_IMPORT_MILLIS = 600_000;

    @TempDir
    Path directory;

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void soak() throws Exception {
        Artefact artefact = Artefact.underTest();
        try (Artefact.Running service =
                artefact.start(directory.resolve("data"), HEAP, "-Dbluehelmets.editor.token=" + TOKEN)) {
            service.awaitReady();
            load(service);
            Map<String, String> before = answers(service);
            List<Double> resident = loaded(service, System.nanoTime() + (long) (MINUTES * 60e9));
            assertTrue(service.process().isAlive(), () -> log(service));
            awaitRest(service);
            assertEquals(before, answers(service));
            assertAllConnectionsAnswer(service);
            assertFlat(artefact.name(), resident);
            assertEquals(List.of(), List.copyOf(failures));
        }
    }

    /** Official figures where they are, or as many made up. */
    private static void load(Artefact.Running service) throws IOException {
        byte[] file = Files.exists(OFFICIAL)
                ? Files.readAllBytes(OFFICIAL)
                : generated().getBytes(UTF_8);
        byte[] post = RawConnection.request(
                "POST",
                "/imports/contributions",
                List.of("Authorization: Bearer " + TOKEN, "Content-Type: text/csv"),
                file);
        try (RawConnection connection = new RawConnection("localhost", service.port(), PATIENCE_OF_IMPORT_MILLIS)) {
            Answer answer = connection.send(post);
            assertEquals(200, answer.status(), () -> new String(answer.body(), UTF_8));
        }
    }

    private static String generated() {
        List<String> nations = List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "CHN");
        List<String> missions =
                List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF", "UNMIK", "UNISFA", "UNFICYP");
        List<String> kinds = List.of("Troops", "Staff Officer", "Experts on Mission", "Individual Police");
        Contributions file = Contributions.file();
        int ofMonth = nations.size() * missions.size() * kinds.size();
        for (int i = 0; i < GENERATED_ROWS; i++) {
            int month = i / ofMonth;
            file.row(
                    nations.get(i % 10),
                    missions.get(i / 10 % 8),
                    kinds.get(i / 80 % 4),
                    i % 20,
                    i % 500,
                    "%d-%02d-28".formatted(2000 + month / 12, month % 12 + 1));
        }
        return file.text();
    }

    private static RawConnection connection(Artefact.Running service) {
        return new RawConnection("localhost", service.port(), PATIENCE_MILLIS);
    }

    /** The answer to each stored operation, byte for byte. */
    private static Map<String, String> answers(Artefact.Running service) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        try (RawConnection connection = connection(service)) {
            for (var operation : SoakRequests.stored().entrySet()) {
                Answer answer = connection.send(operation.getValue());
                assertEquals(200, answer.status(), operation::getKey);
                answers.put(operation.getKey(), new String(answer.body(), ISO_8859_1));
            }
        }
        return answers;
    }

    /** Sends requests until a time, and answers the megabytes that were resident meanwhile. */
    private List<Double> loaded(Artefact.Running service, long end) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            SoakRequests requests = new SoakRequests(i);
            running.add(clients.submit(() -> client(service, requests, end)));
        }
        clients.shutdown();
        List<Double> resident = new ArrayList<>();
        while (System.nanoTime() < end && service.process().isAlive()) {
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
            resident.add(service.residentBytes() / 1e6);
        }
        for (Future<?> each : running) {
            each.get();
        }
        long all = counts.values().stream().mapToLong(AtomicLong::get).sum();
        System.out.printf(
                "%n%d requests over %d connections, %.0f each second%n", all, CONNECTIONS, all / (MINUTES * 60));
        new TreeMap<>(counts).forEach((outcome, times) -> System.out.printf("%9d %s%n", times.get(), outcome));
        return resident;
    }

    private Void client(Artefact.Running service, SoakRequests requests, long end) throws Exception {
        try (RawConnection connection = connection(service)) {
            while (System.nanoTime() < end && service.process().isAlive()) {
                Kind kind = requests.kind();
                byte[] request = requests.request(kind);
                String outcome;
                try {
                    outcome = outcome(kind, request, requests, connection);
                } catch (IOException | AssertionError e) {
                    outcome = "FAILED";
                    if (failures.size() < 20) {
                        failures.add(kind + ": " + e + "\n"
                                + new String(request, 0, Math.min(request.length, 3_000), ISO_8859_1));
                    }
                }
                counts.computeIfAbsent(kind + " " + outcome, key -> new AtomicLong())
                        .incrementAndGet();
            }
        }
        return null;
    }

    private static String outcome(Kind kind, byte[] request, SoakRequests requests, RawConnection connection)
            throws IOException, InterruptedException {
        if (kind == Kind.ABORTED) {
            int length = requests.below(4) == 0 ? requests.below(request.length) : request.length;
            connection.abort(request, length, requests.below(50));
            return "";
        }
        if (kind == Kind.MALFORMED) {
            // what these are answered is the subject of a test of its own
            try {
                int status = connection.send(request).status();
                if (status >= 500 && status != 503) {
                    throw new AssertionError("status " + status);
                }
                return String.valueOf(status);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                return "closed";
            }
        }
        Answer answer = connection.send(request);
        String outcome = Answers.check(answer).outcome();
        if (kind == Kind.STORED && answer.status() != 503 && !outcome.equals("data")) {
            throw new AssertionError(outcome + " " + new String(answer.body(), UTF_8));
        }
        return answer.status() + " " + outcome;
    }

    /** Until what was aborted has ended, too. */
    private static void awaitRest(Artefact.Running service) throws Exception {
        byte[] any = SoakRequests.stored().get("NationByCode");
        try (RawConnection connection = connection(service)) {
            for (int i = 0; i < 50 && connection.send(any).status() != 200; i++) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** More requests than there are database connections, all at once. */
    private static void assertAllConnectionsAnswer(Artefact.Running service) throws Exception {
        int parallel = 64;
        byte[] request = SoakRequests.stored().get("MissionProfile");
        CyclicBarrier together = new CyclicBarrier(parallel);
        List<Callable<Integer>> asking = new ArrayList<>();
        for (int i = 0; i < parallel; i++) {
            asking.add(() -> {
                try (RawConnection connection = connection(service)) {
                    together.await();
                    return connection.send(request).status();
                }
            });
        }
        ExecutorService clients = Executors.newFixedThreadPool(parallel);
        for (Future<Integer> status : clients.invokeAll(asking)) {
            assertEquals(200, status.get());
        }
        clients.shutdown();
    }

    private static void assertFlat(String name, List<Double> resident) {
        assertTrue(resident.size() >= 4, "too short to tell");
        int quarter = resident.size() / 4;
        double second = median(resident.subList(quarter, 2 * quarter));
        double third = median(resident.subList(2 * quarter, 3 * quarter));
        double last = median(resident.subList(3 * quarter, resident.size()));
        System.out.printf(
                "%s, resident: %.0f MB in the second quarter, %.0f MB in the third, %.0f MB in the last%n",
                name, second, third, last);
        assertTrue(MINUTES < JUDGED_FROM_MINUTES || last <= MOST_GROWTH * second, "memory grows");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String log(Artefact.Running service) {
        try {
            return Files.readString(service.log());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
