package org.bluehelmets.seed;

import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** Tests that the service becomes ready when the seed data is loaded. */
@QuarkusTest
class SeedCheckTest {

    @Inject
    @Readiness
    SeedCheck check;

    @Test
    void isNotReadyBeforeMigration() {
        assertEquals(DOWN, new SeedCheck(new DatabaseMigrator()).call().getStatus());
    }

    @Test
    void isReadyAfterMigration() {
        assertEquals(UP, check.call().getStatus());
    }
}
