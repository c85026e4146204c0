package org.bluehelmets.backup;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.editor;
import static org.bluehelmets.testsupport.Editor.response;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bluehelmets.testsupport.Background;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests backup and restore of the running service. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
public class BackupTest {

    private static final String REVISIONS = """
            { source(key: "t-backup") { personnelCounts { nodes {
              version note history { version change changedAt changedBy reason total }
            } } } }""";

    private final Rows rows = new Rows();
    private String id;

    @BeforeEach
    void fillDatabase() {
        clear();
        Contributions.load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 2, 5, "2024-01-31")
                .row("IND", "UNIFIL", "Troops", 10, 890, "2024-01-31")
                .row("IND", "UNIFIL", "Troops", 12, 880, "2024-02-29"));
        addSource("t-backup");
        id = record("2030", "a \"note\",\nof two lines");
        correct(1, 120);
        String retracted = record("2031", "");
        done("PersonnelCountRetract", Map.of("id", retracted, "version", 1, "reason", "a test"));
    }

    @AfterEach
    void clear() {
        rows.clearCurated();
        rows.clearImports();
    }

    private static String record(String asOf, String note) {
        return done(
                        "PersonnelCountRecord",
                        Map.of(
                                "input",
                                Map.of(
                                        "source", "t-backup",
                                        "nation", "KAZ",
                                        "category", "ALL",
                                        "total", 1,
                                        "status", "PLANNED",
                                        "asOf", asOf,
                                        "note", note)))
                .getString("personnelCount.id");
    }

    private void correct(int version, int total) {
        done(
                "PersonnelCountCorrect",
                Map.of("id", id, "version", version, "input", Map.of("total", total, "reason", "a test")));
    }

    private static byte[] backup() {
        return editor().get("/backup")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private static Response restore(byte[] backup) {
        return editor().contentType("application/zip").body(backup).put("/backup");
    }

    /** Returns the responses to all stored operations, and the changes of editors. */
    private static Map<String, Object> responses() throws IOException {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, String> variables = Map.of(
                "name",
                "IndKazBat",
                "acronym",
                "UNIFIL",
                "code",
                "KAZ",
                "id",
                "TmF0aW9uOktBWg",
                "text",
                "kaz",
                "key",
                "astana-times-2018",
                "nation",
                "KAZ");
        Client.operations()
                .forEach(operation -> responses.put(
                        operation,
                        Client.answer(Client.document(operation), variables).<Object>get("$")));
        responses.put("history", data(REVISIONS).<Object>get("source"));
        return responses;
    }

    @Test
    void restoredDatabaseReturnsSameResults() throws Exception {
        Map<String, Object> before = responses();
        byte[] backup = backup();

        correct(2, 99);
        record("2032", "x");
        Contributions.load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 0, 1, "2024-03-31"));
        rows.update("delete from milestone_nation");
        assertNotEquals(before, responses());
        restore(backup).then().statusCode(200);

        assertEquals(before, responses());
        // mutations and imports work on the restored database
        correct(2, 121);
        String next = record("2032", "x");
        assertNotEquals(id, next);
        Contributions.load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 0, 1, "2024-03-31"));
    }

    /** Revisions still contain the key of a retracted count. */
    @Test
    void doesNotReuseKeysOfRetractedCounts() throws Exception {
        byte[] backup = backup();
        restore(backup).then().statusCode(200);
        record("2040", "the first after a restore");
        restore(Arrays.copyOf(backup, backup.length / 2)).then().statusCode(400);
        record("2041", "the first after a restore that was refused");
        Contributions.load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 0, 1, "2024-03-31"));
        assertEquals(
                0,
                rows.column("select c.pk from personnel_count c join retracted_personnel_count r on r.pk = c.pk")
                        .length);
    }

    @Test
    void refusesRestoreDuringImport() throws Exception {
        Map<String, Object> before = responses();
        byte[] backup = backup();
        try (Connection importing = Rows.connect()) {
            importing.setAutoCommit(false);
            importing
                    .createStatement()
                    .executeQuery("select pk from source where natural_key = 'un-contributions' for update");
            restore(backup).then().statusCode(409).body("error", containsString("another import of"));
            importing.rollback();
        }
        assertEquals(before, responses());
        restore(backup).then().statusCode(200);
    }

    /** The restore removes earlier changes and keeps later ones; no mutation fails. */
    @Test
    void mutationsWaitForRestore() throws Exception {
        byte[] backup = backup();
        CompletableFuture<Integer> restored =
                Background.supply(() -> restore(backup).statusCode());
        List<String> ids = new ArrayList<>();
        for (int year = 2040; !restored.isDone() || year < 2045; year++) {
            ids.add(record(String.valueOf(year), "meanwhile"));
        }
        assertEquals(200, restored.join());
        String last = record("2039", "after it");
        ids.add(last);
        List<Boolean> exist = ids.stream()
                .map(countId -> data("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", countId))
                                .get("node")
                        != null)
                .toList();
        // a single point in time separates removed from kept changes
        assertEquals(exist.stream().sorted().toList(), exist);
        assertTrue(exist.get(exist.size() - 1));
    }

    /** A backup contains the stored responses for Idempotency-Key. */
    @Test
    void restoresIdempotencyRecords() throws Exception {
        Map<String, Object> figure = Map.of(
                "source",
                "t-backup",
                "category",
                "ALL",
                "total",
                7,
                "status",
                "PLANNED",
                "asOf",
                "2050",
                "note",
                "x".repeat(1000));
        String first = response(
                        editor().header("Idempotency-Key", "kept"), "PersonnelCountRecord", Map.of("input", figure))
                .asString();
        restore(backup()).then().statusCode(200);
        assertEquals(
                first,
                response(editor().header("Idempotency-Key", "kept"), "PersonnelCountRecord", Map.of("input", figure))
                        .asString());
    }

    @Test
    void restoreDisconnectsSubscribers() throws Exception {
        byte[] backup = backup();
        try (LiveClient client = LiveClient.ready()) {
            client.listen("s", "PersonnelCountChanged", Map.of());
            restore(backup).then().statusCode(200);
            assertEquals(1012, client.closing().code());
        }
        LiveClient.awaitUnderWay(0);
    }

    @Test
    void backupsOfSameStateAreEqual() throws Exception {
        Map<String, String> first = entries(backup());
        restore(backup()).then().statusCode(200);
        assertEquals(first, entries(backup()));
        assertTrue(first.get("tables/personnel_count_revision.csv").contains("a test"));
    }

    @Test
    void queriesSeeConsistentStateDuringRestore() throws Exception {
        byte[] backup = backup();
        AtomicBoolean running = new AtomicBoolean(true);
        Thread reader = new Thread(() -> {
            while (running.get()) {
                try {
                    assertTrue(data("{ missions { totalCount } }").getInt("missions.totalCount") > 70);
                } catch (Throwable e) {
                    running.set(false);
                }
            }
        });
        reader.start();
        for (int i = 0; i < 3; i++) {
            restore(backup).then().statusCode(200);
        }
        assertTrue(running.getAndSet(false), "a query has seen a partial state");
        reader.join();
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes()));
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes());
            }
        }
        return bytes.toByteArray();
    }

    private enum Damage {
        LESS_THAN_A_TENTH(zip -> Arrays.copyOf(zip, zip.length / 10)),
        HALF(zip -> Arrays.copyOf(zip, zip.length / 2)),
        NOTHING(zip -> new byte[0]),
        NO_ZIP(zip -> "no zip".getBytes()),
        OTHER_BYTE(zip -> {
            byte[] other = zip.clone();
            other[zip.length / 2] ^= 1;
            return other;
        });

        private final UnaryOperator<byte[]> damage;

        Damage(UnaryOperator<byte[]> damage) {
            this.damage = damage;
        }
    }

    @Test
    void damagedBackupChangesNothing() throws Exception {
        Map<String, Object> before = responses();
        byte[] backup = backup();
        for (Damage damage : Damage.values()) {
            Response response = restore(damage.damage.apply(backup));
            assertEquals(400, response.statusCode(), () -> damage + " " + response.asString());
            assertFalse(response.jsonPath().getString("error").isEmpty());
        }
        assertEquals(before, responses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json|\"schema\":\"|\"schema\":\"0.",
                "manifest.json|\"format\":1|\"format\":2",
                "manifest.json|\"nation\":|\"notion\":",
                "manifest.json|{|[",
                "manifest.json|{|null {",
                "tables/nation.csv|\"KAZ\"|\"IND\"",
                "tables/nation.csv|\"code\"|\"cade\"",
                "tables/nation.csv|\"KAZ\",|\"KAZ\",,",
                "tables/personnel_count.csv|\"TROOPS\",\"120\"|\"TROOPS\",\"many\"",
                "tables/battalion_nation.csv|\n\"|\n\"9"
            })
    void incompatibleBackupChangesNothing(String change) throws Exception {
        Map<String, Object> before = responses();
        Map<String, String> entries = entries(backup());
        String[] parts = change.split("\\|");
        String text = entries.get(parts[0]);
        assertTrue(text.contains(parts[1]), () -> parts[0] + " has changed");
        entries.put(parts[0], text.replace(parts[1], parts[2]));

        restore(zip(entries)).then().statusCode(400).body("error", containsString("backup"));

        assertEquals(before, responses());
    }

    @Test
    void rejectsMissingAndUnexpectedEntries() throws Exception {
        Map<String, String> entries = entries(backup());
        entries.put("../other.csv", "");
        restore(zip(entries)).then().statusCode(400);
        entries.remove("../other.csv");
        entries.remove("tables/milestone.csv");
        restore(zip(entries)).then().statusCode(400);
    }

    @Test
    void requiresOperator() {
        given().get("/backup").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        given().body("x").put("/backup").then().statusCode(401);
    }
}
