package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * One request's view of the database: a transaction, and the data loaders that live as long. A query's is read-only and
 * sees one state from its first statement to its last; a mutation's sees what it has written itself. It belongs to the
 * thread that executes the request, which opens it before and closes it after, whatever becomes of the client; the
 * connection is taken only when it is needed first.
 */
public final class RequestTransaction implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RequestTransaction.class);

    private static final ThreadLocal<RequestTransaction> CURRENT = new ThreadLocal<>();

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final ReadReplica replica;
    private final String editor;
    private final DataLoaderRegistry loaders = new DataLoaderRegistry();
    private final Map<Object, Object> once = new HashMap<>();
    private Connection connection;
    private volatile CancellableConnection watched;
    private StatelessSession session;
    private volatile boolean stopped;
    private String version;
    private boolean ofReplica;
    private boolean written;
    private LocalDate today;
    private final List<Runnable> afterCommit = new ArrayList<>();

    private RequestTransaction(SessionFactory sessions, DataSource dataSource, ReadReplica replica, String editor) {
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.replica = replica;
        this.editor = editor;
    }

    /**
     * Begins the unit of work of this thread, for a query.
     *
     * @param replica what it may read from as well; null where it is to see all that was committed before
     */
    public static RequestTransaction begin(SessionFactory sessions, DataSource dataSource, ReadReplica replica) {
        return begin(new RequestTransaction(sessions, dataSource, replica, null));
    }

    /**
     * Begins the unit of work of this thread, for mutations. They come one after the other: its first statement waits until
     * the one before has ended, so that what is checked still holds when it is written.
     *
     * @param replica to tell of the change
     * @param editor who changes the data
     */
    public static RequestTransaction beginWriting(
            SessionFactory sessions, DataSource dataSource, ReadReplica replica, String editor) {
        return begin(new RequestTransaction(sessions, dataSource, replica, Objects.requireNonNull(editor)));
    }

    private static RequestTransaction begin(RequestTransaction unit) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("this thread is in a unit of work already");
        }
        CURRENT.set(unit);
        return unit;
    }

    /** The unit of work of a mutation. */
    public static RequestTransaction writing() {
        RequestTransaction unit = current();
        if (unit.editor == null) {
            throw new IllegalStateException("only mutations change data");
        }
        return unit;
    }

    public static RequestTransaction current() {
        RequestTransaction unit = CURRENT.get();
        if (unit == null) {
            throw new IllegalStateException("nothing can be read outside the execution of a query");
        }
        if (unit.stopped) {
            throw new QueryCancelledException();
        }
        return unit;
    }

    public DataLoaderRegistry loaders() {
        return loaders;
    }

    /** What was read under a key before in this unit, or what is read now. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> read) {
        // not computeIfAbsent: what is read may read something else once
        if (!once.containsKey(key)) {
            once.put(key, read.get());
        }
        return (T) once.get(key);
    }

    /** Which day it is: the same throughout the request, also where that goes on past midnight. */
    public LocalDate today(Clock clock) {
        if (today == null) {
            today = LocalDate.now(clock);
        }
        return today;
    }

    /** How many SQL statements it has sent so far. */
    public int statements() {
        return watched == null ? 0 : watched.statements();
    }

    /** The version of the data that this unit sees; null while it is being changed, for nobody else sees the same. */
    public String version() {
        if (version != null || editor != null) {
            return version;
        }
        try {
            CancellableConnection opened = watched();
            if (version == null) {
                DataVersion found = DataVersion.read(opened.watched());
                version = found.name();
                if (replica != null) {
                    // what was shown once, no replica takes back
                    replica.changed(found.changes());
                }
            }
            return version;
        } catch (SQLException e) {
            throw new IllegalStateException("the version of the data cannot be read", e);
        }
    }

    public StatelessSession session() {
        if (session == null) {
            session = sessions.withStatelessOptions()
                    .connection(watched().watched())
                    .openStatelessSession();
        }
        // looked at after the connection was made known, as the one who stops this does it the other way round
        if (stopped) {
            throw new QueryCancelledException();
        }
        return session;
    }

    private CancellableConnection watched() {
        if (watched == null) {
            try {
                if (editor != null) {
                    // so that what is checked is what others have committed, once nobody else changes anything
                    open(dataSource.getConnection());
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    DataVersion.lock(watched.watched());
                } else if (replica == null || !replica.isUsable() || !openReplica()) {
                    // repeatable read would not do: with it H2 sees a table in the state of the first statement that
                    // needs it
                    open(dataSource.getConnection());
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("no database connection", e);
            }
        }
        return watched;
    }

    private void open(Connection opened) throws SQLException {
        connection = opened;
        connection.setAutoCommit(false);
        connection.setReadOnly(editor == null);
        watched = new CancellableConnection(connection);
    }

    /** Whether the replica could be read, and is as new as it must be. */
    private boolean openReplica() {
        try {
            // its connections have their isolation from the settings, as to set it here takes the server's time twice
            open(replica.connection());
            DataVersion found = DataVersion.read(watched.watched());
            if (replica.isCurrent(found.changes())) {
                version = found.name();
                ofReplica = true;
                return true;
            }
        } catch (SQLException e) {
            if (!stopped || !TransientSqlErrors.isCancellation(e)) {
                replica.failed(e);
            }
            if (stopped) {
                throw new QueryCancelledException();
            }
        }
        // first, as others stop what is watched, and this connection is somebody else's soon
        watched = null;
        try (Connection returned = connection) {
            if (returned != null) {
                returned.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("a connection to the replica is lost", e);
        }
        connection = null;
        return false;
    }

    /** Whether what it sees is a read replica's. */
    public boolean isOfReplica() {
        return ofReplica;
    }

    /** Who changes the data; null in the unit of a query. */
    public String editor() {
        return editor;
    }

    /** The connection of a mutation, for statements of its own. */
    public Connection connection() {
        return watched().watched();
    }

    /** The session of a mutation, to write by: what it sees becomes another version of the data. */
    public StatelessSession writer() {
        writing();
        written = true;
        return session();
    }

    /** The session of a mutation, to check by. */
    public StatelessSession reader() {
        writing();
        return session();
    }

    /** Does a change. What was read before is read anew after it. */
    public <T> T change(Supplier<T> change) {
        forget();
        try {
            return change.get();
        } finally {
            forget();
        }
    }

    private void forget() {
        once.clear();
        loaders.getDataLoaders().forEach(DataLoader::clearAll);
    }

    /** Remembers what is to be done once all others see what a mutation has written, and not at all where they will not. */
    public void afterCommit(Runnable next) {
        writing();
        afterCommit.add(next);
    }

    /** Makes what a mutation has written the state that all others see. */
    public void commit() {
        writing();
        try {
            DataVersion changed = written ? DataVersion.change(connection()) : null;
            connection().commit();
            if (changed != null) {
                replica.changed(changed.changes());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the change could not be committed", e);
        }
        afterCommit.forEach(Runnable::run);
    }

    /**
     * Ends the statement that is under way, and refuses those to come. Called by another thread than the one that this
     * belongs to, and again while that goes on: a statement that is ready but has not begun is not stopped.
     */
    public void stop() {
        stopped = true;
        CancellableConnection running = watched;
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
