package org.bluehelmets.live;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.RevisionType;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.postgresql.PGConnection;

/**
 * Publishes changes to all processes that use the same PostgreSQL database. A trigger notifies them of every change of the
 * data (migration V7). The notification has no content: each process reads the new rows of the revision table, in the order
 * of the commits, and thus misses no change while its connection is broken.
 */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "postgresql")
class PgNotifyChannel implements ChangeChannel {

    /** The channel that the trigger notifies. */
    private static final String CHANNEL = "data_changed";

    /** The interval of checks whether the connection still works, when there are no notifications. */
    private static final Duration CONNECTION_CHECK_INTERVAL = Duration.ofSeconds(10);

    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(1);

    /** The maximum number of revisions that one query reads: about as many as one request can create. */
    private static final int BATCH_SIZE = 100;

    private final DataSource dataSource;
    private final SessionFactory sessions;
    private final ReadReplica replica;
    private Consumer<PersonnelCountEvent> onChange;
    private Runnable onRestore;
    private volatile boolean stopped;

    /** Held while changes are read and published. */
    private final ReentrantLock publishLock = new ReentrantLock();

    /** The surrogate key of the last published revision. */
    private long lastRevision;

    /** The number of restores when the last revision was published. Restored revisions are not published. */
    private long restoreCount;

    PgNotifyChannel(DataSource dataSource, SessionFactory sessions, ReadReplica replica) {
        this.dataSource = dataSource;
        this.sessions = sessions;
        this.replica = replica;
    }

    @Override
    public void publish(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        // the trigger sends the notification when the transaction is committed
    }

    @Override
    public void publishRestore() {
        // a restore changes the data, and the trigger sends a notification
    }

    @Override
    public void subscribe(Consumer<PersonnelCountEvent> onChange, Runnable onRestore) {
        this.onChange = onChange;
        this.onRestore = onRestore;
        try (Connection connection = dataSource.getConnection()) {
            // before the first query: a replica may not have the changes of this start yet
            restoreCount = observeVersion(connection).restores();
            lastRevision = readLastRevision(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the last revision of the personnel counts", e);
        }
        Thread listener = new Thread(this::listen, "personnel-count-listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** Waits until no change is being read. Otherwise Hibernate logs a warning when the connection is closed. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        publishLock.lock();
        publishLock.unlock();
    }

    private static long readLastRevision(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select coalesce(max(pk), 0) from personnel_count_revision")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                try (Statement listen = connection.createStatement()) {
                    listen.execute("listen " + CHANNEL);
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                publishChanges(connection);
                while (!stopped) {
                    if (postgres.getNotifications((int) CONNECTION_CHECK_INTERVAL.toMillis()).length > 0) {
                        publishChanges(connection);
                    } else {
                        // fails if the connection is broken, which sends no notifications either
                        observeVersion(connection);
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    Log.warn(
                            "Could not listen to changes of personnel counts; reconnecting in %s s. No change is lost."
                                    .formatted(RECONNECT_DELAY.toSeconds()),
                            e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RECONNECT_DELAY.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private DataVersion observeVersion(Connection connection) throws SQLException {
        DataVersion version = DataVersion.read(connection);
        replica.observeVersion(version.changes());
        return version;
    }

    private void publishChanges(Connection connection) throws SQLException {
        publishLock.lock();
        try {
            boolean more = true;
            while (more && !stopped) {
                more = publishBatch(connection);
            }
        } finally {
            publishLock.unlock();
        }
    }

    /** Reads and publishes the next changes. Returns whether there may be more. */
    private boolean publishBatch(Connection connection) throws SQLException {
        Map<Long, PersonnelCountEvent> events = new LinkedHashMap<>();
        // the listener's connection, so that requests keep all others of the pool
        try (StatelessSession session =
                sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
            for (Revision revision : findNewRevisions(session)) {
                events.put(revision.pk, toEvent(session, revision));
            }
        }
        // Read the version after the revisions, because a restore may have replaced them, and before publishing,
        // because
        // subscribers must read data that includes the change.
        DataVersion version = observeVersion(connection);
        if (version.restores() != restoreCount) {
            long newest = readLastRevision(connection);
            onRestore.run();
            restoreCount = version.restores();
            lastRevision = newest;
            return false;
        }
        events.forEach((pk, event) -> {
            lastRevision = pk;
            if (event != null) {
                onChange.accept(event);
            }
        });
        return events.size() == BATCH_SIZE;
    }

    private List<Revision> findNewRevisions(StatelessSession session) {
        return session.createSelectionQuery("""
                        from Revision r where r.pk > :last and r.changedBy <> :import order by r.pk""", Revision.class)
                .setParameter("last", lastRevision)
                .setParameter("import", Revision.IMPORT)
                .setMaxResults(BATCH_SIZE)
                .getResultList();
    }

    /** Returns null if the count was deleted by hand. */
    private static PersonnelCountEvent toEvent(StatelessSession session, Revision revision) {
        PersonnelCount count = session.get(PersonnelCount.class, revision.countPk);
        if (count == null) {
            count = session.createNativeQuery(
                            "select {e.*} from retracted_personnel_count e where e.pk = :pk", PersonnelCount.class)
                    .addEntity("e", PersonnelCount.class)
                    .setParameter("pk", revision.countPk)
                    .getSingleResultOrNull();
        }
        return count == null ? null : new PersonnelCountEvent(revision.of(count), revision.change);
    }
}
