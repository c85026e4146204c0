package org.bluehelmets.seed;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the service as ready when the seed data is loaded. Does not query the database; another check does.
 */
@Readiness
@ApplicationScoped
class SeedCheck implements HealthCheck {

    private final DatabaseMigrator migrator;

    SeedCheck(DatabaseMigrator migrator) {
        this.migrator = migrator;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Data is loaded")
                .status(migrator.isMigrated())
                .build();
    }
}
