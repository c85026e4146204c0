package org.bluehelmets.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Copies of the database that queries are read from, where there are any: {@code quarkus.datasource.replica.jdbc.url}
 * names them. They follow the primary a little later; what this process knows to have been changed is not read from a copy
 * that does not show it yet.
 */
@ApplicationScoped
public class ReadReplica {

    /** The name of its data source. */
    public static final String NAME = "replica";

    /** How long one that has failed is left alone: to try takes a query as long as a connection may take. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ReadReplica.class);

    private final AgroalDataSource dataSource;
    private final AtomicLong changes = new AtomicLong();
    private volatile Long failedAt;

    ReadReplica(@Any @DataSource(NAME) InjectableInstance<AgroalDataSource> dataSources) {
        dataSource = dataSources.listActive().stream().findFirst().orElse(null);
    }

    /** Whether queries are to be read from it, as far as is known. */
    public boolean isUsable() {
        Long failed = failedAt;
        return dataSource != null && (failed == null || System.nanoTime() - failed > PAUSE.toNanos());
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** It could not be read: queries are not until it had time to come back. */
    public void failed(SQLException failure) {
        failedAt = System.nanoTime();
        LOG.warnf("the read replica is not used for %d s: %s", PAUSE.toSeconds(), failure.getMessage());
    }

    /**
     * Notes that data was changed, by whomever.
     *
     * @param number of the change, counted from the first
     */
    public void changed(long number) {
        changes.accumulateAndGet(number, Math::max);
    }

    /**
     * Whether a state of the data is new enough to be shown.
     *
     * @param number of the last change that it shows
     */
    public boolean isCurrent(long number) {
        return number >= changes.get();
    }
}
