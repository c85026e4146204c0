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
 * Shrinks H2's database file while the service runs. H2 does this in the background thread that writes delayed commits.
 * With {@code WRITE_DELAY=0}, which keeps acknowledged changes when the process is killed, that thread does not exist, and
 * after an import the file stays up to twelve times as large as the data.
 *
 * <p>One thread checks the file every second. If more than half of it is free, the thread compacts it for some tenths of a
 * second. Commits wait meanwhile, queries do not. If the file does not shrink, for example because a transaction still
 * reads replaced rows, the thread waits longer each time.
 */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
public class FileCompaction {

    private static final long PERIOD_MILLIS = 1000;

    /** A compaction ends after the pass that exceeds this. */
    private static final int COMPACTION_MILLIS = 100;

    /** Rewriting a part of the file takes about four passes: the last chunk of the file is rewritten by the second. */
    private static final int MAX_PASSES = 8;

    /** The live bytes that a pass rewrites at most. */
    private static final int MAX_BYTES_REWRITTEN = 16 << 20;

    /** Higher than any fill rate, so that dense chunks at the end of the file are rewritten as well. */
    private static final int ANY_FILL_RATE = 101;

    /** Free bytes that do not cause a compaction of a small file. */
    private static final long MAX_FREE_BYTES = 4 << 20;

    private static final int MAX_PERIODS_SKIPPED = 64;

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
            Log.warnf(e, "the database file does not shrink until the next start");
            return;
        }
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "database file");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::compactIfMostlyFree, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        if (thread != null) {
            thread.shutdown();
            // wait for a running compaction before the database is closed
            thread.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private void compactIfMostlyFree() {
        if (periodsToSkip > 0) {
            periodsToSkip--;
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            MVStore store = store(connection);
            if (store != null && isMostlyFree(store)) {
                skippedLast = compact(store) ? 0 : Math.min(MAX_PERIODS_SKIPPED, Math.max(1, skippedLast * 2));
                periodsToSkip = skippedLast;
            }
        } catch (SQLException | RuntimeException e) {
            // an exception that escapes would end the schedule
            Log.debugf(e, "the database file was not compacted");
        }
    }

    /** Whether more than half of the file is free: unused chunks and replaced pages of used chunks. */
    static boolean isMostlyFree(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long live = file.size() * file.getFillRate() / 100 * file.getChunksFillRate() / 100;
        return file.size() > 2 * live + MAX_FREE_BYTES;
    }

    /**
     * Rewrites live pages, the oldest first, into free room nearer to the beginning of the file, until less than half of
     * the file is free or the time is up. A chunk that the rewriting leaves without live pages becomes free once a newer
     * state is on disk.
     *
     * <p>Not {@link MVStore#compactFile}, which moves whole chunks: in H2 2.4.240, it may move a chunk across the boundary
     * of the area that it reserves (the assertion in {@code RandomAccessStore.moveChunkInside} fails) and overwrite a chunk
     * that the last state on disk still refers to. A process that is killed at that moment leaves a damaged file.
     *
     * @return whether the file is shorter now
     */
    static boolean compact(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long before = file.size();
        int retention = store.getRetentionTime();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COMPACTION_MILLIS);
        store.setRetentionTime(0);
        try {
            for (int pass = 0; pass < MAX_PASSES && isMostlyFree(store) && System.nanoTime() - end < 0; pass++) {
                store.compact(ANY_FILL_RATE, MAX_BYTES_REWRITTEN);
                store.executeFilestoreOperation(file::dropUnusedChunks);
                store.commit();
                store.sync();
            }
        } finally {
            store.setRetentionTime(retention);
        }
        return file.size() < before;
    }

    /** The store of a connection; null if it is in memory, read-only or in another process. */
    static MVStore store(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        if (!(session instanceof SessionLocal local)) {
            return null;
        }
        MVStore store = local.getDatabase().getStore().getMvStore();
        return store.getFileStore() != null && !store.getFileStore().isReadOnly() ? store : null;
    }
}
