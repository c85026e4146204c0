package org.bluehelmets.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bluehelmets.model.DataVersion;
import org.dataloader.DataLoaderRegistry;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * One query's view of the database: a read-only transaction that sees one state from its first statement to its last,
 * and the data loaders that live as long. It belongs to the thread that executes the query, which opens it before and
 * closes it after, whatever becomes of the client; the connection is taken only when the first row is read.
 */
public final class UnitOfWork implements AutoCloseable {

    private static final ThreadLocal<UnitOfWork> CURRENT = new ThreadLocal<>();

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final DataLoaderRegistry loaders = new DataLoaderRegistry();
    private final Map<Object, Object> once = new HashMap<>();
    private Connection connection;
    private volatile WatchedConnection watched;
    private StatelessSession session;
    private volatile boolean stopped;
    private String version;

    private UnitOfWork(SessionFactory sessions, DataSource dataSource) {
        this.sessions = sessions;
        this.dataSource = dataSource;
    }

    /** Begins the unit of work of this thread. */
    public static UnitOfWork begin(SessionFactory sessions, DataSource dataSource) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("this thread is in a unit of work already");
        }
        UnitOfWork unit = new UnitOfWork(sessions, dataSource);
        CURRENT.set(unit);
        return unit;
    }

    static UnitOfWork current() {
        UnitOfWork unit = CURRENT.get();
        if (unit == null) {
            throw new IllegalStateException("nothing can be read outside the execution of a query");
        }
        if (unit.stopped) {
            throw new StoppedException();
        }
        return unit;
    }

    public DataLoaderRegistry loaders() {
        return loaders;
    }

    /** What was read under a key before in this unit, or what is read now. */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> read) {
        // not computeIfAbsent: what is read may read something else once
        if (!once.containsKey(key)) {
            once.put(key, read.get());
        }
        return (T) once.get(key);
    }

    /** How many SQL statements it has sent so far. */
    public int statements() {
        return watched == null ? 0 : watched.statements();
    }

    /** The version of the data that this unit sees. */
    public String version() {
        if (version != null) {
            return version;
        }
        try {
            version = DataVersion.read(watched().watched());
            return version;
        } catch (SQLException e) {
            throw new IllegalStateException("the version of the data cannot be read", e);
        }
    }

    StatelessSession session() {
        if (session == null) {
            session = sessions.withStatelessOptions()
                    .connection(watched().watched())
                    .openStatelessSession();
        }
        // looked at after the connection was made known, as the one who stops this does it the other way round
        if (stopped) {
            throw new StoppedException();
        }
        return session;
    }

    private WatchedConnection watched() {
        if (watched == null) {
            try {
                connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                // repeatable read would not do: with it H2 sees a table in the state of the first statement that needs
                // it
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                watched = new WatchedConnection(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("no database connection", e);
            }
        }
        return watched;
    }

    /**
     * Ends the statement that is under way, and refuses those to come. Called by another thread than the one that this
     * belongs to, and again while that goes on: a statement that is ready but has not begun is not stopped.
     */
    public void stop() {
        stopped = true;
        WatchedConnection running = watched;
        if (running != null) {
            running.cancel();
        }
    }

    /** Ends the transaction and gives the connection back. */
    @Override
    public void close() {
        CURRENT.remove();
        // the pool resets what was set on the connection
        try (Connection returned = connection;
                StatelessSession closed = session) {
            if (returned != null) {
                returned.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database connection could not be given back", e);
        }
    }
}
