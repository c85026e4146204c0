package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * The transaction of a request. The transaction of a query is read-only, and all its statements see the same state of the
 * data. The transaction of a mutation also sees what it has written.
 *
 * <p>A transaction belongs to the thread that executes the request; only {@link #cancel} may be called by other threads.
 * It takes a connection from the pool when it sends its first statement.
 */
public final class RequestTransaction implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RequestTransaction.class);

    private static final ThreadLocal<RequestTransaction> CURRENT = new ThreadLocal<>();

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final ReadReplica replica;
    private final String editor;
    private final Map<Class<?>, Object> attachments = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Connection connection;
    private volatile CancellableConnection cancellable;
    private StatelessSession session;
    private volatile boolean cancelled;
    private String dataVersion;
    private boolean usesReplica;
    private boolean written;

    private RequestTransaction(SessionFactory sessions, DataSource dataSource, ReadReplica replica, String editor) {
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.replica = replica;
        this.editor = editor;
    }

    /**
     * Begins the transaction of a query in the current thread.
     *
     * @param replica the replica that may be read; null if the query must see everything committed so far
     */
    public static RequestTransaction beginReadOnly(
            SessionFactory sessions, DataSource dataSource, ReadReplica replica) {
        return begin(new RequestTransaction(sessions, dataSource, replica, null));
    }

    /**
     * Begins the transaction of a mutation in the current thread. Mutations run one after the other: the first statement
     * waits for the end of the previous mutation, so that validations still hold when the mutation writes.
     *
     * @param replica receives the new data version after the commit
     * @param editor the name of the editor
     */
    public static RequestTransaction beginReadWrite(
            SessionFactory sessions, DataSource dataSource, ReadReplica replica, String editor) {
        return begin(new RequestTransaction(sessions, dataSource, replica, Objects.requireNonNull(editor)));
    }

    private static RequestTransaction begin(RequestTransaction transaction) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("The current thread already has a transaction.");
        }
        CURRENT.set(transaction);
        return transaction;
    }

    /**
     * Returns the transaction of the current thread.
     *
     * @throws QueryCancelledException if the transaction was cancelled
     */
    public static RequestTransaction current() {
        RequestTransaction transaction = CURRENT.get();
        if (transaction == null) {
            throw new IllegalStateException("The current thread has no transaction.");
        }
        if (transaction.cancelled) {
            throw new QueryCancelledException();
        }
        return transaction;
    }

    /** Returns the transaction of the current thread, which must be the transaction of a mutation. */
    public static RequestTransaction currentReadWrite() {
        RequestTransaction transaction = current();
        if (transaction.editor == null) {
            throw new IllegalStateException("The current transaction is read-only.");
        }
        return transaction;
    }

    /** Returns an object that lives as long as this transaction, and creates it at the first call. */
    public <T> T attachment(Class<T> type, Supplier<T> factory) {
        return type.cast(attachments.computeIfAbsent(type, key -> factory.get()));
    }

    /** The number of SQL statements sent so far. */
    public int statementCount() {
        return cancellable == null ? 0 : cancellable.statementCount();
    }

    /** The version of the data that this transaction sees; null for mutations, whose state no other transaction sees. */
    public String dataVersion() {
        if (dataVersion != null || editor != null) {
            return dataVersion;
        }
        try {
            CancellableConnection opened = cancellable();
            // opening a connection to a replica also reads the version
            if (dataVersion == null) {
                DataVersion found = DataVersion.read(opened.proxy());
                dataVersion = found.name();
                if (replica != null) {
                    // no later query may see an older state
                    replica.observeVersion(found.changes());
                }
            }
            return dataVersion;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the data version.", e);
        }
    }

    public StatelessSession session() {
        if (session == null) {
            session = sessions.withStatelessOptions().connection(connection()).openStatelessSession();
        }
        // check the flag after publishing the connection; cancel() uses the opposite order
        if (cancelled) {
            throw new QueryCancelledException();
        }
        return session;
    }

    private CancellableConnection cancellable() {
        if (cancellable == null) {
            try {
                if (editor != null) {
                    // statements after the lock must see what the previous mutation committed
                    open(dataSource.getConnection());
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    DataVersion.lock(cancellable.proxy());
                } else if (replica == null || !replica.isUsable() || !openReplica()) {
                    // with repeatable read, H2 takes the snapshot of each table at the first statement that reads it
                    open(dataSource.getConnection());
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot open a database connection.", e);
            }
        }
        return cancellable;
    }

    private void open(Connection opened) throws SQLException {
        connection = opened;
        connection.setAutoCommit(false);
        connection.setReadOnly(editor == null);
        cancellable = new CancellableConnection(connection);
    }

    /** Opens a connection to the replica. Returns false, without a connection, if the replica fails or is outdated. */
    private boolean openReplica() {
        try {
            // the settings of the data source set the isolation: setting it here would cost another round trip
            open(replica.connection());
            DataVersion found = DataVersion.read(cancellable.proxy());
            if (replica.isUpToDate(found.changes())) {
                dataVersion = found.name();
                usesReplica = true;
                return true;
            }
        } catch (SQLException e) {
            if (!cancelled || !TransientSqlErrors.isCancellation(e)) {
                replica.failed(e);
            }
            if (cancelled) {
                throw new QueryCancelledException();
            }
        }
        // before the connection returns to the pool, so that cancel() does not hit its next user
        cancellable = null;
        try (Connection returned = connection) {
            if (returned != null) {
                returned.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("Cannot return a connection to the read replica.", e);
        }
        connection = null;
        return false;
    }

    /** Whether this transaction reads from a replica. */
    public boolean usesReplica() {
        return usesReplica;
    }

    /** The name of the editor; null in the transaction of a query. */
    public String editor() {
        return editor;
    }

    /** The connection, for statements that do not use a session. */
    public Connection connection() {
        return cancellable().proxy();
    }

    /** The session for the writes of a mutation. After its use, {@link #commit} creates a new data version. */
    public StatelessSession writeSession() {
        currentReadWrite();
        written = true;
        return session();
    }

    /** The session for the reads of a mutation. */
    public StatelessSession readSession() {
        currentReadWrite();
        return session();
    }

    /** Adds an action to run after the commit. It does not run if the transaction is rolled back. */
    public void afterCommit(Runnable action) {
        currentReadWrite();
        afterCommit.add(action);
    }

    /** Commits a mutation, with a new data version if it has written anything. */
    public void commit() {
        currentReadWrite();
        try {
            DataVersion changed = written ? DataVersion.change(connection()) : null;
            connection().commit();
            if (changed != null) {
                replica.observeVersion(changed.changes());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot commit the transaction.", e);
        }
        afterCommit.forEach(Runnable::run);
    }

    /**
     * Cancels the running statement and rejects later ones. Any thread may call this method. Call it repeatedly until the
     * request ends: a statement that is prepared but not yet running is not cancelled.
     */
    public void cancel() {
        cancelled = true;
        CancellableConnection running = cancellable;
        if (running != null) {
            running.cancel();
        }
    }

    /**
     * Rolls back what is not committed, and returns the connection to the pool. A failure is only logged: the result of the
     * request stands, and what was committed stays committed.
     */
    @Override
    public void close() {
        CURRENT.remove();
        // the pool resets the settings of the connection
        try (Connection returned = connection;
                StatelessSession closed = session) {
            if (returned != null) {
                returned.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("Cannot return the database connection to the pool.", e);
        }
    }
}
