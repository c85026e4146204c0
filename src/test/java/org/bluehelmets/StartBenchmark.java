package org.bluehelmets;

import static java.util.stream.Collectors.joining;
import static org.bluehelmets.testsupport.Artefact.request;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.bluehelmets.testsupport.Artefact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the start of a process to its first complete answer to a query over five types, how much memory is
 * resident then, and how long the process takes to end when told to. Runs what has been built: the native executable,
 * the jar with its AOT cache, and the jar. {@code -Dbench.java=} names the java that runs the jars.
 */
class StartBenchmark {

    /** The joint battalion that Kazakhstan serves in, with its nations, mission and personnel counts. */
    private static final String QUERY = """
            {"query": "{ nation(code: \\"KAZ\\") { battalions(filter: {joint: {eq: true}, name: {startsWith: \\"ind\\"}}) {\
             nodes { name nations { name } mission { acronym } sector personnelCounts { nodes {\
             total category asOf { text } source { publisher title } } } } } } }"}""";

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 10);
    private static final String JAVA = System.getProperty(
            "bench.java",
            Path.of(System.getProperty("java.home"), "bin", "java").toString());

    /** What one start took. */
    private record Start(double millis, double residentMegabytes, double endMillis) {}

    @TempDir
    Path directory;

    @Test
    void startToFirstAnswer() throws Exception {
        List<Artefact> artefacts = Artefact.all(JAVA);
        assumeTrue(!artefacts.isEmpty(), "nothing has been built");
        System.out.printf(
                "%n%-20s %15s %8s %15s %8s %12s %8s%n",
                "", "first start", "ratio", "later start", "ratio", "in memory", "end");
        double[] best = null;
        for (Artefact artefact : artefacts) {
            List<Start> first = new ArrayList<>();
            List<Start> later = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Path data = directory.resolve(artefact.name().replace(' ', '-') + round);
                first.add(start(artefact, data));
                later.add(start(artefact, data));
            }
            double[] medians = {median(first, Start::millis), median(later, Start::millis)};
            best = best == null ? medians : best;
            System.out.printf(
                    "%-20s %12.0f ms %8.1f %12.0f ms %8.1f %9.0f MB %5.0f ms%n",
                    artefact.name(),
                    medians[0],
                    medians[0] / best[0],
                    medians[1],
                    medians[1] / best[1],
                    median(later, Start::residentMegabytes),
                    median(later, Start::endMillis));
            System.out.println("  later starts: "
                    + later.stream()
                            .map(each -> "%.0f".formatted(each.millis()))
                            .collect(joining(" ")));
        }
    }

    private static Start start(Artefact artefact, Path data) throws Exception {
        byte[] query = query();
        long begin = System.nanoTime();
        try (Artefact.Running service = artefact.start(data)) {
            String answer = service.firstAnswer(query);
            double millis = (System.nanoTime() - begin) / 1e6;
            assertTrue(answer.contains("\"IndKazBat\"") && !answer.contains("\"errors\""), answer);
            // what the start leaves to other threads has an end, too
            TimeUnit.MILLISECONDS.sleep(200);
            return new Start(millis, service.residentBytes() / 1e6, service.terminate());
        }
    }

    private static byte[] query() {
        return request("POST", "/graphql", QUERY, "Content-Type: application/json");
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
