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
 * Copies of the database that queries are read from, where there are any: {@code quarkus.datasource.replica.jdbc.url}
 * names them. They follow the primary a little later; what this process knows to have been changed is not read from a copy
 * that does not show it yet.
 */
@ApplicationScoped
public class ReadReplica {

    /** The name of its data source. */
    static final String NAME = "replica";

    /** How long one that has failed is left alone: to try takes a query as long as a connection, or an answer, may take. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ReadReplica.class);

    private final AgroalDataSource dataSource;
    private final AtomicLong changes = new AtomicLong();

    /** When a query is to try again, by {@link System#nanoTime}; null while it answers. */
    private final AtomicReference<Long> nextTry = new AtomicReference<>();

    ReadReplica(@Any @DataSource(NAME) InjectableInstance<AgroalDataSource> dataSources) {
        dataSource = dataSources.listActive().stream().findFirst().orElse(null);
    }

    /** Whether a query is to be read from it. Of those that come when it was left alone for long enough, one is. */
    public boolean isUsable() {
        if (dataSource == null) {
            return false;
        }
        Long next = nextTry.get();
        return next == null || System.nanoTime() - next >= 0 && nextTry.compareAndSet(next, afterPause());
    }

    private static long afterPause() {
        return System.nanoTime() + PAUSE.toNanos();
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** It could not be read: queries are not until it had time to come back. */
    public void failed(SQLException failure) {
        nextTry.set(afterPause());
        LOG.warnf("the read replica is not used for %s s: %s", PAUSE.toSeconds(), failure.getMessage());
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
     * Whether a state of the data that it has answered with may be shown: it is as new as what is known to be there, or was
     * shown before.
     *
     * @param number of the last change that it shows
     */
    public boolean isCurrent(long number) {
        nextTry.set(null);
        return changes.accumulateAndGet(number, Math::max) == number;
    }
}
