package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.testsupport.Pool;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.SmallLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server releases the database connection if the client disconnects during a request. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class ClientDisconnectTest {

    private static final int ABORTED = 200;
    private static final int CLIENTS_OF_ROUND = 40;

    private static final String QUERY = """
            {"query": "{ nations(first: 100) { nodes { name personnelCounts(first: 50) { totalCount nodes { total source { title } mission { name battalions(first: 1) { nodes { name } } } } } } } }"}""";

    private final Rows rows = new Rows();

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final ExecutorService clients = Executors.newFixedThreadPool(8);

    @BeforeEach
    void makeRows() {
        rows.source("A");
        rows.mission("M");
        rows.counts(1000, "KAZ", "M", null, "A", LocalDate.EPOCH);
    }

    @AfterEach
    void clear() {
        clients.shutdown();
        rows.clear();
    }

    @Test
    void respondsAfter200AbortedRequests() throws Exception {
        for (int aborted = 0; aborted < ABORTED; aborted += CLIENTS_OF_ROUND) {
            abortRound();
        }

        assertResponds();
    }

    /** Counts only requests that reached the database. */
    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void releasesConnectionsOf200AbortedQueries() throws Exception {
        Pool pool = new Pool();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (pool.taken() < ABORTED) {
            assertTrue(System.nanoTime() < deadline, "too few requests have reached the database");
            abortRound();
        }

        assertResponds();
        await("connections that have not come back").untilAsserted(() -> assertEquals(0, pool.out()));
    }

    private void abortRound() throws InterruptedException {
        List<Callable<Void>> round = new ArrayList<>();
        for (int i = 0; i < CLIENTS_OF_ROUND; i++) {
            int each = i;
            round.add(() -> sendAndDisconnect(each));
        }
        clients.invokeAll(round);
    }

    private static void assertResponds() {
        for (int i = 0; i < 8; i++) {
            assertEquals(
                    "Kazakhstan", data("{ nation(code: \"KAZ\") { name } }").get("nation.name"));
        }
    }

    /** Sends a request and resets the TCP connection after some milliseconds. */
    private Void sendAndDisconnect(int each) throws IOException, InterruptedException {
        byte[] body = QUERY.getBytes(UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(each);
        }
        return null;
    }
}
