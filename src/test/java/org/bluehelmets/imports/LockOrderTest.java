package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Editor.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.seed.SeedMigration;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that concurrent writers do not deadlock. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@DisabledOnIntegrationTest("hands the importer streams of its own")
class LockOrderTest {

    private static final String DEATHS = "incident_date,casualty_id,mission_acronym,last_update\n";

    private final Rows rows = new Rows();

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearCurated();
        rows.clearImports();
    }

    /** A file that blocks in the middle until the test continues it. */
    private static final class PausedFile {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch resume = new CountDownLatch(1);
        final InputStream stream;

        PausedFile(String first, String second) {
            InputStream halt = new InputStream() {
                @Override
                public int read() throws IOException {
                    reached.countDown();
                    try {
                        resume.await();
                    } catch (InterruptedException e) {
                        throw new InterruptedIOException();
                    }
                    return -1;
                }
            };
            stream = new SequenceInputStream(Collections.enumeration(List.of(bytes(first), halt, bytes(second))));
        }

        private static InputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }
    }

    private static CompletableFuture<ImportReport> start(InputStream file) {
        Importer importer = Arc.container().instance(Importer.class).get();
        return Background.supply(() -> {
            try {
                return importer.run(file, ImportOptions.DEFAULT, ImportProgress.NONE);
            } catch (UnreadableFileException | ImportRunningException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Returns enough rows to fill all buffers, so that the first rows are stored when the file blocks. */
    private static String manyRows(String first) {
        Contributions file = Contributions.file().line(first);
        for (int i = 0; i < 5_000; i++) {
            file.row("IND", "UNIFIL", "Troops", 0, 1, "2020-01-31");
        }
        return file.text();
    }

    /** The mutation refers to the source that the import has locked, and holds the data version that the import needs. */
    @Test
    void mutationRefersToDatasetDuringImport() throws Exception {
        PausedFile file = new PausedFile(
                manyRows("1,KAZ,,,UNIFIL,Troops,0,1,2020-01-31"), "2,KAZ,,,UNDOF,Troops,0,1,2020-01-31\n");
        CompletableFuture<ImportReport> imported = start(file.stream);
        assertTrue(file.reached.await(1, TimeUnit.MINUTES), "the import reads the file");
        awaitLock("un-contributions");

        CompletableFuture<?> added = Background.run(() -> done(
                "MilestoneAdd",
                Map.of(
                        "input",
                        Map.of(
                                "kind",
                                "AGREEMENT",
                                "title",
                                "Named during an import",
                                "date",
                                "2020-01-31",
                                "sources",
                                List.of("un-contributions", "un-missions")))));
        try {
            // the mutation must not wait for the import, which continues only afterwards
            added.get(30, TimeUnit.SECONDS);
            assertFalse(imported.isDone());
        } finally {
            file.resume.countDown();
        }

        assertEquals(
                List.of("2020-01"), imported.get(1, TimeUnit.MINUTES).changes().added());
        assertEquals(3, exported().size());
    }

    private static void awaitLock(String source) {
        await(source + " is locked").until(() -> {
            try (Connection other = Rows.connect()) {
                other.setAutoCommit(false);
                other.createStatement()
                        .executeQuery("select pk from source where natural_key = '" + source + "' for update nowait");
                other.rollback();
                return false;
            } catch (SQLException e) {
                return TransientSqlErrors.isLockConflict(e);
            }
        });
    }

    /** Each import adds the same two missions, in opposite orders. */
    @Test
    void importsOfDifferentDatasetsAddSameMissions() throws Exception {
        PausedFile contributions = new PausedFile(
                manyRows("1,KAZ,,,UNAAA,Troops,0,1,2020-01-31"), "2,KAZ,,,UNBBB,Troops,0,1,2020-01-31\n");
        CompletableFuture<ImportReport> first = start(contributions.stream);
        assertTrue(contributions.reached.await(1, TimeUnit.MINUTES), "the import reads the file");
        awaitLock("un-missions");
        CompletableFuture<ImportReport> second = start(
                Contributions.stream(DEATHS + "2003-05-01,A,UNBBB,2025-04-04\n" + "2003-05-01,B,UNAAA,2025-04-04\n"));
        awaitWaiting();
        contributions.resume.countDown();

        assertEquals(List.of("UNAAA", "UNBBB"), first.get(1, TimeUnit.MINUTES).missionsAdded());
        ImportReport deaths = second.get(1, TimeUnit.MINUTES);
        assertEquals(List.of(), deaths.missionsAdded());
        assertEquals(List.of("UNAAA", "UNBBB"), deaths.changes().added());
    }

    private void awaitWaiting() {
        String waiting = TestDatabase.isH2()
                ? "select session_id from information_schema.sessions where blocker_id is not null"
                : "select pid from pg_stat_activity where wait_event_type = 'Lock'";
        await("a session waits for a lock").until(() -> rows.column(waiting).length > 0);
    }

    /** The seed loader changes no row before a running mutation has finished. */
    @Test
    void seedLoaderWaitsForMutation() throws Exception {
        rows.update(
                "update seed_file_row set digest = 'of before' where file = 'sources' and row_key = 'astana-times-2018'");
        try (Connection mutation = Rows.connect();
                Connection loader = Rows.connect()) {
            mutation.setAutoCommit(false);
            DataVersion.lock(mutation);
            loader.setAutoCommit(false);
            CompletableFuture<Void> loaded = Background.run(() -> {
                try {
                    SeedMigration.load(loader);
                    loader.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitWaiting();

            // if the loader had changed the row, both would wait for each other
            mutation.createStatement()
                    .executeUpdate("update source set title = title where natural_key = 'astana-times-2018'");
            mutation.commit();

            loaded.get(1, TimeUnit.MINUTES);
        }
        assertEquals(0, rows.column("select digest from seed_file_row where digest = 'of before'").length);
    }
}
