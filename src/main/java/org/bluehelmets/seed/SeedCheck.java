package org.bluehelmets.seed;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The service is ready when its data is there. The server happens to listen only after that, which nobody has promised.
 * Costs nothing to ask: whether the database answers is another check.
 */
@Readiness
@ApplicationScoped
class SeedCheck implements HealthCheck {

    private final DatabaseMigrator migrations;

    SeedCheck(DatabaseMigrator migrations) {
        this.migrations = migrations;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Data is loaded")
                .status(migrations.areDone())
                .build();
    }
}
