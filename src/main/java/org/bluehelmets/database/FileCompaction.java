package org.bluehelmets.database;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Gives back room in H2's file while the service runs. H2 does that in the thread that writes commits after a delay, and
 * has no such thread with {@code WRITE_DELAY=0}, which keeps acknowledged changes when the process is killed: then the
 * file keeps the room of an import for good, twelve times what the data needs.
 *
 * <p>One thread looks at the file every second. Where more than half of it is free, it has H2 compact it as at the end of
 * a process, for some tenths of a second: commits wait for that, queries do not. Where that gains nothing, because a
 * transaction still sees what was there before, it waits longer each time.
 */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
public class FileCompaction {

    private static final long PERIOD_MILLIS = 1000;

    /** How long a compaction takes; one pass of H2 is not interrupted. */
    private static final int COMPACTION_MILLIS = 100;

    /** What may be free in a small file. */
    private static final long FREE_ALLOWED = 4 << 20;

    private static final int MOST_PERIODS_SKIPPED = 64;

    private final DataSource dataSource;
    private ScheduledExecutorService thread;
    private int periodsToSkip;
    private int skippedLast;

    FileCompaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent start) {
        try (Connection connection = dataSource.getConnection()) {
            if (store(connection) == null) {
                return;
            }
        } catch (SQLException e) {
            Log.warnf(e, "room in the database file is not given back until the next start");
            return;
        }
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "database file");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        if (thread != null) {
            thread.shutdown();
            // a compaction that is under way would meet a closed database
            thread.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private void look() {
        if (periodsToSkip > 0) {
            periodsToSkip--;
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            MVStore store = store(connection);
            if (store != null && isMostlyFree(store)) {
                skippedLast = compact(store) ? 0 : Math.min(MOST_PERIODS_SKIPPED, Math.max(1, skippedLast * 2));
                periodsToSkip = skippedLast;
            }
        } catch (SQLException | RuntimeException e) {
            // an exception that escapes would end the schedule
            Log.debugf(e, "the database file was not compacted");
        }
    }

    /** Whether more than half of the file is free: chunks that nothing is in, or pages of chunks that were replaced. */
    static boolean isMostlyFree(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long live = file.size() * file.getFillRate() / 100 * file.getChunksFillRate() / 100;
        return file.size() > 2 * live + FREE_ALLOWED;
    }

    /**
     * Writes the live pages of chunks with few of them anew, and moves chunks into free room before them. The file is
     * synchronized before anything in it is overwritten.
     *
     * @return whether the file is shorter now
     */
    static boolean compact(MVStore store) {
        long before = store.getFileStore().size();
        int retention = store.getRetentionTime();
        try {
            store.compactFile(COMPACTION_MILLIS);
        } finally {
            // which H2 leaves at 0, so that a failure of the power could meet chunks that are overwritten too early
            store.setRetentionTime(retention);
        }
        return store.getFileStore().size() < before;
    }

    /** The store behind a connection; null where that is in memory, cannot be written, or is another process's. */
    static MVStore store(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        if (!(session instanceof SessionLocal local)) {
            return null;
        }
        MVStore store = local.getDatabase().getStore().getMvStore();
        return store.getFileStore() != null && !store.getFileStore().isReadOnly() ? store : null;
    }
}
