package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLObjectType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.bluehelmets.testsupport.Answers;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.MalformedRequests;
import org.bluehelmets.testsupport.MalformedRequests.Malformed;
import org.bluehelmets.testsupport.RandomQueries;
import org.bluehelmets.testsupport.RandomQueries.Query;
import org.bluehelmets.testsupport.RawConnection;
import org.bluehelmets.testsupport.RawConnection.Answer;
import org.junit.jupiter.api.Test;

/**
 * Sends random requests. Each must get a valid GraphQL response in time, without internal errors. Use {@code
 * -Dfuzz.queries=500000 -Dfuzz.bodies=500000} for a run overnight, and {@code -Dfuzz.seed=} for other requests: request n has
 * the seed plus n.
 */
@QuarkusTest
class QueryFuzzTest {

    /** Types that queries cannot reach, and those of introspection. */
    private static final Pattern OF_MUTATIONS = Pattern.compile("Mutation|UserError|\\w+Payload|__\\w+");

    private static final int QUERIES = Integer.getInteger("fuzz.queries", 500);
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 1_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1948);

    /** The test stops after this number of failures. */
    private static final int FAILURES = Integer.getInteger("fuzz.failures", 20);

    /** Above the timeout of requests. */
    private static final int PATIENCE_MILLIS = 90_000;

    private static final int CONNECTIONS = 4;
    private static final int SLOWEST = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Long> durations = new ConcurrentSkipListMap<>();
    private final List<String> failures = new ArrayList<>();

    private interface Trial {
        /** Sends the request of a seed and returns its outcome. */
        String run(long seed, RawConnection connection) throws IOException;
    }

    @Test
    void respondsToEveryQuery() throws Exception {
        List<String> cursors = cursors();
        List<String> ids = ids();
        ThreadLocal<RandomQueries> queries = ThreadLocal.withInitial(() -> new RandomQueries(cursors, ids));
        Set<String> answered = ConcurrentHashMap.newKeySet();
        run(QUERIES, (seed, connection) -> {
            Query query = queries.get().query(seed);
            byte[] request = request(query, seed);
            Answers.Checked checked = checked(request, connection.send(request));
            if (checked.hasData()) {
                answered.addAll(query.coordinates());
            }
            return query.mood() + " " + checked.outcome();
        });

        assertTrue(share("RIGHT data") > 0.9 * share("RIGHT "), "right queries are refused");
        assertTrue(share("") * 0.5 < share("RIGHT data"), "hardly any query is executed");
        for (String code : List.of(
                "GRAPHQL_PARSE_FAILED",
                "GRAPHQL_VALIDATION_FAILED",
                "BAD_USER_INPUT",
                "LIMIT_EXCEEDED",
                "OPERATION_RESOLUTION_FAILURE")) {
            assertTrue(
                    outcomes.keySet().stream().anyMatch(outcome -> outcome.contains(code)),
                    "no request provokes " + code);
        }
        Set<String> all = coordinates();
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(answered);
        System.out.printf("%d of %d fields of the schema were answered%n", all.size() - missing.size(), all.size());
        assertTrue(missing.size() <= all.size() / 20, () -> "never answered: " + missing);
    }

    @Test
    void respondsToEveryHttpRequest() throws Exception {
        ThreadLocal<MalformedRequests> requests = ThreadLocal.withInitial(MalformedRequests::new);
        run(BODIES, (seed, connection) -> {
            Malformed malformed = requests.get().request(seed);
            Answer answer;
            try {
                answer = connection.send(malformed.bytes());
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // a server that rejects a body while the client sends it closes the connection
                assertEquals(Set.of(413), malformed.statuses(), e::toString);
                return malformed.kind() + " refused while it was sent";
            }
            assertTrue(
                    malformed.statuses().contains(answer.status()),
                    () -> "status " + answer.status() + " to\n" + shown(malformed.bytes()) + "\n"
                            + shown(answer.body()));
            if (malformed.method().equals("HEAD") || answer.status() == 304) {
                return malformed.kind() + " " + answer.status();
            }
            return malformed.kind() + " " + answer.status() + " "
                    + checked(malformed.bytes(), answer).outcome();
        });
        for (MalformedRequests.Kind kind : MalformedRequests.Kind.values()) {
            assertTrue(share(kind + " ") > 0, "no request is " + kind);
        }
    }

    private void run(int requests, Trial trial) throws Exception {
        AtomicLong next = new AtomicLong();
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> running = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            running.add(clients.submit(() -> {
                try (var connection = new RawConnection(endpoint.getHost(), endpoint.getPort(), PATIENCE_MILLIS)) {
                    for (long n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        attempt(trial, SEED + n, connection);
                    }
                }
                return null;
            }));
        }
        clients.shutdown();
        for (Future<?> each : running) {
            each.get();
        }
        System.out.printf(
                "%n%d requests, %.0f each second%n", requests, requests / ((System.nanoTime() - begin) / 1e9));
        new TreeMap<>(outcomes).forEach((outcome, times) -> System.out.printf("%8d %s%n", times.get(), outcome));
        System.out.println("slowest, in milliseconds and by seed: " + durations.descendingMap());
        assertEquals(List.of(), failures);
    }

    private void attempt(Trial trial, long seed, RawConnection connection) {
        String outcome;
        long begin = System.nanoTime();
        try {
            outcome = trial.run(seed, connection);
            durations.put((System.nanoTime() - begin) / 1_000_000, seed);
            if (durations.size() > SLOWEST) {
                durations.pollFirstEntry();
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            synchronized (failures) {
                failures.add("-Dfuzz.seed=" + seed + ": " + e);
                System.out.println(failures.get(failures.size() - 1));
                if (failures.size() >= FAILURES) {
                    throw new AssertionError("enough failures: " + failures, e);
                }
            }
            outcome = "FAILED";
        }
        outcomes.computeIfAbsent(outcome, key -> new AtomicLong()).incrementAndGet();
    }

    /** The number of requests whose outcome starts with this text. */
    private double share(String outcome) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(outcome))
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    private static Answers.Checked checked(byte[] request, Answer answer) {
        try {
            return Answers.check(answer);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\nstatus " + answer.status() + " " + shown(answer.body()) + "\nto "
                            + shown(request),
                    e);
        }
    }

    /** Most requests use POST, some GET, with both media types. */
    private static byte[] request(Query query, long seed) {
        List<String> headers = new ArrayList<>();
        if (seed % 3 > 0) {
            headers.add("Accept: application/graphql-response+json");
        }
        try {
            if (seed % 10 == 0) {
                String target = "/graphql?query=" + URLEncoder.encode(query.document(), UTF_8) + "&variables="
                        + URLEncoder.encode(JSON.writeValueAsString(query.variables()), UTF_8)
                        + (query.operationName() == null
                                ? ""
                                : "&operationName=" + URLEncoder.encode(query.operationName(), UTF_8));
                // the server rejects longer request lines
                if (target.length() < 4000) {
                    return RawConnection.request("GET", target, headers, new byte[0]);
                }
            }
            headers.add("Content-Type: application/json");
            Map<String, Object> body = new HashMap<>();
            body.put("query", query.document());
            body.put("variables", query.variables());
            body.put("operationName", query.operationName());
            return RawConnection.request("POST", "/graphql", headers, JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 6_000), ISO_8859_1);
    }

    private static List<String> cursors() {
        List<String> cursors = new ArrayList<>();
        for (String list : List.of(
                "nations", "missions", "battalions", "deployments", "personnelCounts", "milestones", "sources")) {
            cursors.addAll(Client.data("{ " + list + "(first: 5) { edges { cursor } } }")
                    .<String>getList(list + ".edges.cursor"));
        }
        return cursors;
    }

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (String list : List.of(
                "nations", "missions", "battalions", "deployments", "personnelCounts", "milestones", "sources")) {
            ids.addAll(
                    Client.data("{ " + list + "(first: 5) { nodes { id } } }").<String>getList(list + ".nodes.id"));
        }
        return ids;
    }

    private static Set<String> coordinates() {
        Set<String> coordinates = new TreeSet<>();
        for (var type : RandomQueries.schema().getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object
                    && !OF_MUTATIONS.matcher(type.getName()).matches()) {
                object.getFieldDefinitions().forEach(field -> coordinates.add(type.getName() + "." + field.getName()));
            }
        }
        return coordinates;
    }
}
