package org.bluehelmets.websocket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Scrape;
import org.bluehelmets.testsupport.Switched;
import org.junit.jupiter.api.Test;

/** The server pings connections with active operations. */
@QuarkusTest
@TestProfile(Switched.class)
public class GraphQLWsPingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void abortsConnectionWithoutPong() {
        try (LiveClient client = LiveClient.ready()) {
            client.listen("s", "PersonnelCountChanged", Map.of());
            client.stopReading();
            await().atMost(PATIENCE).until(() -> LiveClient.underWay() == 0);
        }
        assertEquals(0, new Scrape().value("graphql_websocket_connections"));
    }

    /** Without a pong, the server would not send a third ping. */
    @Test
    void keepsConnectionWithPongs() {
        try (LiveClient client = LiveClient.ready()) {
            client.listen("s", "PersonnelCountChanged", Map.of());
            await().atMost(PATIENCE).until(() -> client.pings() >= 3);
            client.assertNothingMore();
        }
        LiveClient.awaitUnderWay(0);
    }
}
