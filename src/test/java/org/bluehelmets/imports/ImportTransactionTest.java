package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Contributions.load;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that imports are atomic and isolated. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ImportTransactionTest {

    private final Rows rows = new Rows();

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void importingSameFileAgainChangesNothing() throws SQLException {
        Contributions file = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("KAZ", "UNIFIL", "Troops", 0, 2, "2019-09-30")
                .row("KAZ", "UNNEW", "Troops", 0, 0, "2019-10-31")
                .row("IND", "", "Troops", 0, 9, "2018-10-31");
        load(file);
        List<Long> before = primaryKeys();

        ImportReport again = load(file);

        assertEquals(new ImportSummary(List.of(), List.of(), List.of(), 3, 0), again.changes());
        assertEquals(4, again.rowsStored());
        assertEquals(before, primaryKeys());
    }

    @Test
    void replacesOnlyMonthsOfFile() {
        load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("IND", "UNIFIL", "Troops", 1, 900, "2019-09-30")
                .row("KAZ", "UNIFIL", "Troops", 1, 122, "2019-10-31"));

        ImportReport report = load(
                Contributions.file()
                        .row("KAZ", "UNIFIL", "Troops", 2, 120, "2019-09-30")
                        .row("KAZ", "UNDOF", "Troops", 0, 5, "2019-11-30"),
                "allowShrinking");

        assertEquals(List.of("2019-11"), report.changes().added());
        assertEquals(List.of("2019-09"), report.changes().replaced());
        assertEquals(
                List.of(
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,2,120,2019-09-30",
                        "KAZ,398,Kazakhstan,UNIFIL,Troops,1,122,2019-10-31",
                        "KAZ,398,Kazakhstan,UNDOF,Troops,0,5,2019-11-30"),
                exported());
    }

    @Test
    void dryRunReportsChangesWithoutMakingThem() {
        Contributions file = Contributions.file().row("KAZ", "UNNEW", "Troops", 1, 121, "2019-09-30");

        ImportReport report = load(file, "dryRun");

        assertTrue(report.dryRun());
        assertEquals(List.of("2019-09"), report.changes().added());
        assertEquals(List.of("UNNEW"), report.missionsAdded());
        assertEquals(List.of(), exported());
        assertNull(
                (Object) Client.data("{ mission(acronym: \"UNNEW\") { name } }").get("mission"));
    }

    @Test
    @DisabledOnIntegrationTest("hands the importer a stream of its own")
    void truncatedStreamChangesNothing() {
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));
        byte[] text = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 5, 5, "2019-09-30")
                .text()
                .getBytes(UTF_8);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        Importer importer = Arc.container().instance(Importer.class).get();
        ImportOptions options = ImportOptions.DEFAULT;
        assertThrows(UnreadableFileException.class, () -> importer.run(broken, options, ImportProgress.NONE));
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    /** Concurrent imports of the same months would mix their rows. */
    @Test
    void refusesConcurrentImportOfSameDataset() throws SQLException {
        try (Connection other = Rows.connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select pk from source where natural_key = 'un-contributions' for update");

            Contributions.send(Contributions.HEADER.getBytes(UTF_8))
                    .then()
                    .statusCode(409)
                    .body("error", containsString("another import of contributions is running"));
            other.rollback();
        }
        load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));
    }

    /** Another writer may hold the lock on the data version for long before it commits. */
    @Test
    void waitsForTransactionThatHoldsDataVersion() throws Exception {
        try (Connection other = Rows.connect()) {
            other.setAutoCommit(false);
            DataVersion.change(other);
            CompletableFuture<Void> imported = Background.run(
                    () -> load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")));
            String blocked = TestDatabase.isH2()
                    ? "select session_id from information_schema.sessions where blocker_id is not null"
                    : "select pid from pg_stat_activity where wait_event_type = 'Lock'";
            while (rows.column(blocked).length == 0 && !imported.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            // longer than the default lock timeout of H2
            TimeUnit.SECONDS.sleep(3);
            assertFalse(imported.isDone());
            other.commit();
            imported.get(1, TimeUnit.MINUTES);
        }
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    /** A month alternates between two states; every query returns one of them. */
    @Test
    void readersSeeConsistentMonth() {
        Contributions ones = Contributions.file();
        Contributions twos = Contributions.file();
        for (String nation : List.of("KAZ", "IND", "NPL", "GHA", "ITA", "FRA", "BGD", "ETH", "RWA", "PAK")) {
            for (String mission : List.of("UNIFIL", "UNMISS", "MONUSCO", "MINUSCA", "UNDOF")) {
                ones.row(nation, mission, "Troops", 0, 1, "2020-01-31");
                twos.row(nation, mission, "Troops", 0, 2, "2020-01-31");
            }
        }
        load(ones);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writer = Background.run(() -> {
            for (int i = 0; !enough.get(); i++) {
                load(i % 2 == 0 ? ones : twos, "allowShrinking");
            }
        });
        Set<Integer> seen = new TreeSet<>();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (int i = 0; (i < 100 || seen.size() < 2) && System.nanoTime() < deadline; i++) {
            seen.add(Client.data("{ strength(on: \"2020-01-31\") { total } }").getInt("strength.total"));
        }
        enough.set(true);
        writer.join();
        assertEquals(Set.of(50, 100), seen);
    }

    private List<Long> primaryKeys() throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (Connection connection = Rows.connect();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select pk from personnel_count union all select pk from monthly_report")) {
            while (found.next()) {
                keys.add(found.getLong(1));
            }
        }
        return keys;
    }
}
