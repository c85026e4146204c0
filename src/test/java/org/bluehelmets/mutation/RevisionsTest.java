package org.bluehelmets.mutation;

import static io.restassured.RestAssured.given;
import static java.util.Collections.singletonMap;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.editor;
import static org.bluehelmets.testsupport.Editor.faults;
import static org.bluehelmets.testsupport.Editor.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests recording, correcting and retracting personnel counts, and their history. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RevisionsTest {

    private static final String NODE = """
            query ($id: ID!) {
              node(id: $id) {
                ... on PersonnelCount { version total women note history { version change changedBy reason total women } }
              }
            }""";

    private static final String COUNTS_OF_SOURCE = """
            query ($key: String!) { source(key: $key) { personnelCounts { totalCount nodes { total version } } } }""";

    private final Rows rows = new Rows();

    @BeforeEach
    void addTestSource() {
        cleanUp();
        addSource("t-paper");
    }

    @AfterEach
    void cleanUp() {
        rows.clearCurated();
        rows.clear();
        rows.clearImports();
    }

    private static Map<String, Object> count() {
        return new HashMap<>(Map.of(
                "source", "t-paper",
                "nation", "KAZ",
                "mission", "UNIFIL",
                "category", "TROOPS",
                "total", 122,
                "women", 2,
                "status", "DEPLOYED",
                "asOf", "2018-10"));
    }

    private static String record() {
        return done("PersonnelCountRecord", Map.of("input", count())).getString("personnelCount.id");
    }

    private static JsonPath countsOfSource(String key) {
        return data(COUNTS_OF_SOURCE, Map.of("key", key)).setRootPath("data.source.personnelCounts");
    }

    @Test
    void recordedCountAppearsInLists() {
        assertEquals(0, countsOfSource("t-paper").getInt("totalCount"));
        JsonPath payload = done("PersonnelCountRecord", Map.of("input", count()));

        assertEquals(122, payload.getInt("personnelCount.total"));
        assertEquals("EXACT", payload.getString("personnelCount.precision"));
        assertEquals("2018-10", payload.getString("personnelCount.asOf.text"));
        assertEquals("KAZ", payload.getString("personnelCount.nation.code"));
        assertEquals("UNIFIL", payload.getString("personnelCount.mission.acronym"));
        assertNull(payload.get("personnelCount.men"));
        assertEquals(1, payload.getInt("personnelCount.version"));
        assertEquals(List.of("RECORDED"), payload.getList("personnelCount.history.change"));
        assertEquals(List.of("editor"), payload.getList("personnelCount.history.changedBy"));
        assertEquals(List.of(122), countsOfSource("t-paper").getList("nodes.total"));
    }

    /** Otherwise HTTP caches would serve outdated responses. */
    @Test
    void etagChangesOnlyAfterSuccessfulMutation() {
        String before = etag();
        done("PersonnelCountRecord", Map.of("input", count()));
        String after = etag();
        assertNotEquals(before, after);
        faults("PersonnelCountRecord", Map.of("input", count()));
        assertEquals(after, etag());
    }

    private static String etag() {
        return given().queryParam("query", "{ nation(code: \"KAZ\") { name } }")
                .get("/graphql")
                .header("ETag");
    }

    @Test
    void correctionCreatesNewVersion() {
        String id = record();
        Map<String, Object> correction = new HashMap<>(Map.of("total", 120, "reason", "misread", "note", "revised"));
        correction.put("women", null);
        JsonPath payload = done("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", correction));

        assertEquals(2, payload.getInt("personnelCount.version"));
        assertEquals(120, payload.getInt("personnelCount.total"));
        assertNull(payload.get("personnelCount.women"));
        assertEquals("2018-10", payload.getString("personnelCount.asOf.text"));
        assertEquals(List.of(2, 1), payload.getList("personnelCount.history.version"));
        assertEquals(List.of(120, 122), payload.getList("personnelCount.history.total"));
        assertEquals(List.of("CORRECTED", "RECORDED"), payload.getList("personnelCount.history.change"));
        assertEquals("misread", payload.getString("personnelCount.history[0].reason"));
        assertEquals(List.of(120), countsOfSource("t-paper").getList("nodes.total"));
        assertEquals(List.of(120, 122), data(NODE, Map.of("id", id)).getList("node.history.total"));
    }

    /** The first correction also inserts the revision of the import. */
    @Test
    void historyOfCorrectedImportKeepsImportedValues() {
        rows.source("file");
        rows.mission("M");
        rows.counts(2, "KAZ", "M", null, "file", LocalDate.of(2019, 1, 1));
        String id = GlobalId.of("PersonnelCount", Rows.PREFIX + "KAZ/M/null/2019-01-02");
        JsonPath before = data(NODE, Map.of("id", id)).setRootPath("data.node");
        assertEquals(List.of("RECORDED"), before.getList("history.change"));
        assertEquals(List.of("import"), before.getList("history.changedBy"));

        JsonPath after = done(
                "PersonnelCountCorrect",
                Map.of("id", id, "version", 1, "input", Map.of("total", 7, "reason", "a better copy")));

        assertEquals(List.of(7, 1), after.getList("personnelCount.history.total"));
        assertEquals(List.of("editor", "import"), after.getList("personnelCount.history.changedBy"));
    }

    @Test
    void retractedCountIsInNoListAndKeepsHistory() {
        String id = record();
        done("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", Map.of("total", 5, "reason", "r")));
        JsonPath payload = done("PersonnelCountRetract", Map.of("id", id, "version", 2, "reason", "never said"));

        assertEquals(3, payload.getInt("personnelCount.version"));
        assertEquals(0, countsOfSource("t-paper").getInt("totalCount"));
        assertEquals(List.of(), countsOfSource("t-paper").getList("nodes"));
        JsonPath node = data(NODE, Map.of("id", id)).setRootPath("data.node");
        assertEquals(List.of("RETRACTED", "CORRECTED", "RECORDED"), node.getList("history.change"));
        assertEquals("never said", node.getString("history[0].reason"));
        assertEquals(List.of(5, 5, 122), node.getList("history.total"));

        assertEquals(
                List.of("CONFLICT version"),
                faults(
                        "PersonnelCountCorrect",
                        Map.of("id", id, "version", 3, "input", Map.of("total", 1, "reason", "r"))));
        assertNotEquals(id, record());
    }

    @Test
    void outdatedVersionReturnsConflictAndCurrentVersion() {
        String id = record();
        Map<String, Object> input = Map.of("total", 121, "reason", "r");
        done("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", input));

        JsonPath late = payload("PersonnelCountCorrect", Map.of("id", id, "version", 1, "input", input));
        assertEquals("CONFLICT", late.getString("userErrors[0].code"));
        assertEquals(List.of("version"), late.getList("userErrors[0].path"));
        assertEquals(2, late.getInt("personnelCount.version"));
        assertEquals(
                List.of("CONFLICT version"),
                faults("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "r")));
    }

    @Test
    void rejectsDuplicateCounts() {
        record();
        assertEquals(List.of("DUPLICATE input.asOf"), faults("PersonnelCountRecord", Map.of("input", count())));
        Map<String, Object> otherDay = count();
        otherDay.put("asOf", "2018-11");
        String other = done("PersonnelCountRecord", Map.of("input", otherDay)).getString("personnelCount.id");
        assertEquals(
                List.of("DUPLICATE input.asOf"),
                faults(
                        "PersonnelCountCorrect",
                        Map.of("id", other, "version", 1, "input", Map.of("asOf", "2018-10", "reason", "r"))));
    }

    @Test
    void deploymentProvidesNationMissionAndUnit() {
        Map<String, Object> input = count();
        input.keySet().removeAll(List.of("nation", "mission"));
        input.put("deployment", GlobalId.of("Deployment", "KAZ-UNIFIL-1"));
        JsonPath payload = done("PersonnelCountRecord", Map.of("input", input));
        assertEquals("KAZ", payload.getString("personnelCount.nation.code"));
        assertEquals("UNIFIL", payload.getString("personnelCount.mission.acronym"));
        assertEquals("IndKazBat", payload.getString("personnelCount.battalion.name"));

        input.put("nation", "IND");
        assertEquals(List.of("INVALID input.nation"), faults("PersonnelCountRecord", Map.of("input", input)));
    }

    /** An import of their dataset would overwrite them. */
    @Test
    void rejectsChangesOfOfficialCounts() {
        Contributions.load(Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30"));
        String id = data("""
                { source(key: "un-contributions") { personnelCounts { nodes { id } } } }""").getString("source.personnelCounts.nodes[0].id");
        assertEquals(
                List.of("INVALID id"),
                faults("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "wrong")));
        Map<String, Object> input = count();
        input.put("source", "un-contributions");
        assertEquals(List.of("INVALID input.source"), faults("PersonnelCountRecord", Map.of("input", input)));
    }

    @Test
    void mutationsSeeChangesOfEarlierMutationsInRequest() {
        JsonPath data = editor().contentType("application/json")
                .body(singletonMap("query", """
                        mutation {
                          one: sourceAdd(input: { key: "t-one", title: "One", publisher: "P" }) { source { key } userErrors { code } }
                          again: sourceAdd(input: { key: "t-one", title: "One", publisher: "P" }) { source { key } userErrors { code } }
                          count: personnelCountRecord(input: {
                            source: "t-one", category: ALL, total: 1, status: PLANNED, asOf: "2030" }) {
                            personnelCount { source { title personnelCounts { totalCount } } }
                          }
                        }"""))
                .post("/graphql")
                .jsonPath()
                .setRootPath("data");
        assertEquals("t-one", data.getString("one.source.key"));
        assertEquals(List.of("DUPLICATE"), data.getList("again.userErrors.code"));
        assertEquals(1, data.getInt("count.personnelCount.source.personnelCounts.totalCount"));
        assertEquals(List.of(1), countsOfSource("t-one").getList("nodes.total"));
    }
}
