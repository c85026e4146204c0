package org.bluehelmets.ingest;

import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** Ready means: with data. */
@QuarkusTest
class DataCheckTest {

    @Inject
    @Readiness
    DataCheck check;

    @Test
    void beforeTheMigrationsNothingIsReady() {
        assertEquals(DOWN, new DataCheck(new Migrations()).call().getStatus());
    }

    @Test
    void afterThemItIs() {
        assertEquals(UP, check.call().getStatus());
    }
}
