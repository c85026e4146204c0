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
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Read replicas of the database, which {@code quarkus.datasource.replica.jdbc.url} configures. Replicas lag behind the
 * primary: a query does not read from a replica that lacks changes that this process knows of.
 */
@ApplicationScoped
public class ReadReplica {

    /** The name of the data source. */
    static final String NAME = "replica";

    /**
     * How long queries do not use a replica that has failed. The query that tries it again may have to wait for a
     * connection or response timeout.
     */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ReadReplica.class);

    private final AgroalDataSource dataSource;

    /** The number of changes in the newest data version that this process knows of. */
    private final AtomicLong latestChanges = new AtomicLong();

    /** When a query may try the replica again, in {@link System#nanoTime}; null while the replica works. */
    private final AtomicReference<Long> nextTry = new AtomicReference<>();

    ReadReplica(@Any @DataSource(NAME) InjectableInstance<AgroalDataSource> dataSources) {
        dataSource = dataSources.listActive().stream().findFirst().orElse(null);
    }

    /** Whether a query should try the replica. After a failure and the delay, only one query tries it. */
    public boolean isUsable() {
        if (dataSource == null) {
            return false;
        }
        Long next = nextTry.get();
        return next == null || System.nanoTime() - next >= 0 && nextTry.compareAndSet(next, afterDelay());
    }

    private static long afterDelay() {
        return System.nanoTime() + RETRY_DELAY.toNanos();
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** Records a failure. Queries do not use the replica until the delay has passed. */
    public void failed(SQLException failure) {
        nextTry.set(afterDelay());
        LOG.warnf("Not using the read replica for %s s: %s", RETRY_DELAY.toSeconds(), failure.getMessage());
    }

    /**
     * Records a data version that exists, from any source.
     *
     * @param changes the number of changes of the version ({@link DataVersion#changes})
     */
    public void observeVersion(long changes) {
        latestChanges.accumulateAndGet(changes, Math::max);
    }

    /**
     * Whether a data version that the replica has returned is at least as new as every version known so far.
     *
     * @param changes the number of changes of the version ({@link DataVersion#changes})
     */
    public boolean isUpToDate(long changes) {
        nextTry.set(null);
        return latestChanges.accumulateAndGet(changes, Math::max) == changes;
    }
}
