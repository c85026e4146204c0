package org.bluehelmets.live;

import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.done;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.TestDatabase;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that the PostgreSQL listener finishes reading before it stops. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@DisabledOnIntegrationTest("creates a channel in the process of the test")
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "H2 sends no notifications")
class PgNotifyChannelTest {

    private final Rows rows = new Rows();

    @AfterEach
    void clear() {
        rows.clearCurated();
    }

    /** Otherwise the connection is closed during a read, and Hibernate logs a warning. */
    @Test
    void stopWaitsUntilNoChangeIsBeingRead() throws Exception {
        PgNotifyChannel channel = new PgNotifyChannel(
                instance(DataSource.class), instance(SessionFactory.class), instance(ReadReplica.class));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        channel.subscribe(
                change -> {
                    reading.countDown();
                    try {
                        read.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                () -> {});
        addSource("t-stop");
        done(
                "PersonnelCountRecord",
                Map.of(
                        "input",
                        Map.of(
                                "source",
                                "t-stop",
                                "category",
                                "ALL",
                                "total",
                                1,
                                "status",
                                "PLANNED",
                                "asOf",
                                "2030")));
        assertTrue(reading.await(1, TimeUnit.MINUTES));

        CompletableFuture<Void> stopped = Background.run(() -> channel.stop(null));

        assertThrows(TimeoutException.class, () -> stopped.get(300, TimeUnit.MILLISECONDS));
        assertFalse(stopped.isDone());
        read.countDown();
        stopped.get(1, TimeUnit.MINUTES);
    }

    private static <T> T instance(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
