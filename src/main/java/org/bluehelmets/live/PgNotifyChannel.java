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
 * From each process to all that have the same PostgreSQL, which notifies them of every change of its data (V7). That only
 * wakes them: what was changed is read from the histories, in which it stands in the order of the commits, so that nothing
 * is lost while a connection is.
 */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "postgresql")
class PgNotifyChannel implements ChangeChannel {

    /** As the trigger has it. */
    private static final String NAME = "data_changed";

    /** How long it is believed that no news is good news. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

    /** As many as a request has mutations at the most, or so. */
    private static final int AT_ONCE = 100;

    private final DataSource dataSource;
    private final SessionFactory sessions;
    private final ReadReplica replica;
    private Consumer<PersonnelCountEvent> receiver;
    private Runnable restored;
    private volatile boolean stopped;

    /** Held while changes are read. */
    private final ReentrantLock telling = new ReentrantLock();

    /** The surrogate key of the last revision that was told of. */
    private long last;

    /** How many restores there were by then: what they brought are no changes. */
    private long restores;

    PgNotifyChannel(DataSource dataSource, SessionFactory sessions, ReadReplica replica) {
        this.dataSource = dataSource;
        this.sessions = sessions;
        this.replica = replica;
    }

    @Override
    public void send(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        // the database does, when the unit is committed
    }

    @Override
    public void sendRestored() {
        // so is this
    }

    @Override
    public void receive(Consumer<PersonnelCountEvent> receiver, Runnable restored) {
        this.receiver = receiver;
        this.restored = restored;
        try (Connection connection = dataSource.getConnection()) {
            // before the first query: a replica may be behind what this start has changed
            restores = note(connection).restores();
            last = newest(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the histories cannot be read", e);
        }
        Thread listener = new Thread(this::listen, "changes of figures");
        listener.setDaemon(true);
        listener.start();
    }

    /** Waits until no change is being read: the connection is closed next, and Hibernate would warn of that. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        telling.lock();
        telling.unlock();
    }

    private static long newest(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("select coalesce(max(pk), 0) from personnel_count_revision")) {
            found.next();
            return found.getLong(1);
        }
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                try (Statement listen = connection.createStatement()) {
                    listen.execute("listen " + NAME);
                }
                PGConnection server = connection.unwrap(PGConnection.class);
                tell(connection);
                while (!stopped) {
                    if (server.getNotifications((int) SILENCE.toMillis()).length > 0) {
                        tell(connection);
                    } else {
                        // a connection that is cut in between is silent, too
                        note(connection);
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    Log.warn("changes cannot be listened to; those meanwhile are told of when they can", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BEFORE_TRYING_AGAIN.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private DataVersion note(Connection connection) throws SQLException {
        DataVersion version = DataVersion.read(connection);
        replica.observeVersion(version.changes());
        return version;
    }

    private void tell(Connection connection) throws SQLException {
        telling.lock();
        try {
            tellAll(connection);
        } finally {
            telling.unlock();
        }
    }

    private void tellAll(Connection connection) throws SQLException {
        int found = AT_ONCE;
        while (found == AT_ONCE && !stopped) {
            Map<Long, PersonnelCountEvent> changes = new LinkedHashMap<>();
            // by the same connection: another would be one less for those who ask
            try (StatelessSession session =
                    sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
                for (Revision revision : revisions(session)) {
                    changes.put(revision.pk, change(session, revision));
                }
            }
            // after all were read, as a restore may have put others in their places; and before anybody is told,
            // who then looks at data that must be as new as that
            DataVersion version = note(connection);
            if (version.restores() != restores) {
                long newest = newest(connection);
                restored.run();
                restores = version.restores();
                last = newest;
                return;
            }
            changes.forEach((pk, change) -> {
                last = pk;
                // null where the figure was taken away by hand
                if (change != null) {
                    receiver.accept(change);
                }
            });
            found = changes.size();
        }
    }

    private List<Revision> revisions(StatelessSession session) {
        return session.createSelectionQuery("""
                        from Revision r where r.pk > :last and r.changedBy <> :import order by r.pk""", Revision.class)
                .setParameter("last", last)
                .setParameter("import", Revision.IMPORT)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private static PersonnelCountEvent change(StatelessSession session, Revision revision) {
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
