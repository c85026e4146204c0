package org.bluehelmets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.facts.StoredOperationsTest;
import org.bluehelmets.testsupport.Artefact;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Load;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many requests a second the service answers, over the official figures or, where they are not there, as many of our
 * own: stored operations beside the smallest query and a plain text of the same process, so that what a query costs is a
 * ratio. The load comes from the same machine. {@code -Dload.seconds=} is for how long each is asked, once to warm up
 * and once to measure; {@code -Dload.settings=} passes settings to the service, separated by blanks. With what was built
 * for PostgreSQL, {@code -Dh2.app=} names a jar that was built for H2, to have all stored operations from both.
 */
class LoadBenchmark {

    private static final int SECONDS = Integer.getInteger("load.seconds", 10);
    private static final int MOST_CONNECTIONS = 32;
    private static final List<Integer> CONNECTIONS = List.of(1, MOST_CONNECTIONS);
    private static final Path OFFICIAL = Path.of("../shared/data/un/contributions-2015-2025.csv.gz");
    private static final String JAVA = System.getProperty(
            "bench.java",
            Path.of(System.getProperty("java.home"), "bin", "java").toString());

    /** What is asked. */
    private record Scenario(String name, Load.Request request) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("plain text", new Load.Request("/graphql/schema.graphql", null)),
            query("__typename", "{ __typename }", Map.of()),
            stored("flat", "NationByCode", Map.of("code", "KAZ")),
            query("list", "{ nations(first: 50) { nodes { code name } } }", Map.of()),
            stored("three levels", "MissionsWithNewestCounts", Map.of()),
            stored("four levels", "NationsMissionsCounts", Map.of()),
            query(
                    "ranking",
                    "{ contributors(on: \"2024-03-31\", first: 100) { edges { rank total node { code name } } } }",
                    Map.of()));

    @TempDir
    Path directory;

    private static Scenario stored(String name, String operation, Map<String, Object> variables) {
        return query(name, Client.document(operation), variables);
    }

    private static Scenario query(String name, String document, Map<String, Object> variables) {
        try {
            String body = new ObjectMapper().writeValueAsString(Map.of("query", document, "variables", variables));
            return new Scenario(name, new Load.Request("/graphql", body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void requestsPerSecond() throws Exception {
        List<Artefact> artefacts = Artefact.all(JAVA);
        assumeTrue(!artefacts.isEmpty(), "nothing has been built");
        for (Artefact artefact : artefacts) {
            try (Artefact.Running service = started(artefact, TestDatabase.isPostgreSQL())) {
                measure(artefact, service);
                System.out.printf("  resident: %.0f MB%n", service.residentBytes() / 1e6);
            }
        }
    }

    /** Both at once, asked in turns, so that whatever else the machine does slows both down. */
    @Test
    @EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "H2 is what PostgreSQL is compared with")
    void bothDatabasesSideBySide() throws Exception {
        String app = System.getProperty("h2.app");
        assumeTrue(app != null, "skipped: -Dh2.app= does not say where a jar for H2 is");
        try (Artefact.Running h2 = started(Artefact.elsewhere("h2", Path.of(app)), false);
                Artefact.Running postgresql = started(Artefact.underTest(), true)) {
            System.out.printf(
                    "%n%-26s %14s %14s %8s %10s %10s%n",
                    "32 connections", "H2 requests/s", "PostgreSQL", "ratio", "p99 ms", "p99 ms");
            for (Scenario scenario : (Iterable<Scenario>) allStored()::iterator) {
                for (Artefact.Running service : List.of(h2, postgresql)) {
                    Load.of(service.port(), scenario.request, MOST_CONNECTIONS, SECONDS);
                }
                Load.Measured one = Load.of(h2.port(), scenario.request, MOST_CONNECTIONS, SECONDS);
                Load.Measured other = Load.of(postgresql.port(), scenario.request, MOST_CONNECTIONS, SECONDS);
                System.out.printf(
                        "%-26s %14.0f %14.0f %8.2f %10.1f %10.1f%n",
                        scenario.name,
                        one.perSecond(),
                        other.perSecond(),
                        other.perSecond() / one.perSecond(),
                        one.percentileMillis(99),
                        other.percentileMillis(99));
            }
        }
    }

    private static Stream<Scenario> allStored() throws IOException {
        return StoredOperationsTest.withVariables()
                .map(operation ->
                        stored((String) operation.get()[0], (String) operation.get()[0], (Map<String, Object>)
                                operation.get()[1]));
    }

    /** Something that was built, ready, with the figures in a database of its own. */
    private Artefact.Running started(Artefact artefact, boolean onServer) throws Exception {
        List<String> settings = new ArrayList<>();
        if (onServer) {
            settings.add("-Dquarkus.datasource.jdbc.url=" + TestDatabase.newUrl());
        }
        Path data = directory.resolve(artefact.name().replace(' ', '-'));
        Path figures = Files.exists(OFFICIAL) ? OFFICIAL : generated();
        assertEquals(0, artefact.run(data, settings, "import", figures.toString()), "the exit status of the import");
        String more = System.getProperty("load.settings", "");
        if (!more.isEmpty()) {
            settings.addAll(List.of(more.split(" ")));
        }
        Artefact.Running service = artefact.start(data, settings.toArray(String[]::new));
        service.awaitReady();
        return service;
    }

    private static void measure(Artefact artefact, Artefact.Running service) throws Exception {
        System.out.printf(
                "%n%-20s %4s %12s %8s %10s %10s %10s %12s%n",
                artefact.name(), "", "requests/s", "ratio", "p50 ms", "p99 ms", "bytes", "statements");
        for (int connections : CONNECTIONS) {
            double smallest = 0;
            for (Scenario scenario : SCENARIOS) {
                Load.of(service.port(), scenario.request, connections, SECONDS);
                double before = statements(service);
                Load.Measured measured = Load.of(service.port(), scenario.request, connections, SECONDS);
                if (scenario.name.equals("__typename")) {
                    smallest = measured.perSecond();
                }
                System.out.printf(
                        "  %-18s %4d %12.0f %8s %10.2f %10.2f %10d %12.2f%n",
                        scenario.name,
                        connections,
                        measured.perSecond(),
                        smallest == 0 ? "" : "%.3f".formatted(measured.perSecond() / smallest),
                        measured.percentileMillis(50),
                        measured.percentileMillis(99),
                        measured.bytes(),
                        (statements(service) - before) / measured.nanos().length);
            }
        }
    }

    /** How many SQL statements all requests have sent so far. */
    private static double statements(Artefact.Running service) throws IOException {
        return service.ask(Artefact.request("GET", "/q/metrics", ""))
                .lines()
                .filter(line -> line.startsWith("graphql_request_statements_sum"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** As many rows as the official file has: nations in missions, month by month. */
    private Path generated() throws IOException {
        List<String> nations = Files.readAllLines(Path.of("src/main/resources/data/nations.csv"), UTF_8).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .limit(120)
                .toList();
        List<String> missions =
                List.of("UNIFIL", "UNMISS", "UNDOF", "MINURSO", "UNTSO", "UNFICYP", "MONUSCO", "UNISFA");
        StringBuilder csv = new StringBuilder("contribution_id,isocode3,m49_code,contributing_country,mission_acronym,"
                + "personnel_type,female_personnel,male_personnel,last_reporting_date\n");
        int id = 0;
        for (int month = 0; month < 104; month++) {
            String day = YearMonth.of(2017, 1).plusMonths(month).atEndOfMonth().toString();
            for (String nation : nations) {
                for (String mission : missions) {
                    csv.append("%d,%s,,,%s,Troops,%d,%d,%s%n".formatted(++id, nation, mission, id % 7, id % 83, day));
                }
            }
        }
        return Files.writeString(directory.resolve("contributions.csv"), csv, UTF_8);
    }
}
