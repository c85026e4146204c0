package org.bluehelmets.mutation;

import static org.bluehelmets.testsupport.Editor.addSource;
import static org.bluehelmets.testsupport.Editor.done;
import static org.bluehelmets.testsupport.Editor.faults;
import static org.bluehelmets.testsupport.Editor.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the validation of inputs: a mutation reports all errors with their paths, and then stores nothing. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class InputValidatorTest {

    /** Valid inputs, which the test cases modify. */
    private static final Map<String, String> VALID_INPUTS = Map.of(
            "SourceAdd", """
            {"key": "t-new", "title": "A", "publisher": "B", "publishedOn": "2020-02-29", "url": "https://a.org/b?c",
            "note": "The author is an interested party."}""",
            "PersonnelCountRecord", """
            {"source": "t-paper", "nation": "KAZ", "mission": "UNIFIL", "category": "TROOPS", "total": 10, "women": 3,
            "men": 7, "status": "DEPLOYED", "asOf": "2018-10"}""",
            "BattalionAdd", """
            {"name": "T-Bat", "aliases": ["T-Alias"], "unitKind": "BATTALION", "nations": ["KAZ", "IND"],
            "mission": "UNIFIL", "parent": "INDBATT", "formedOn": "2018"}""",
            "DeploymentAdd", """
            {"nation": "KAZ", "mission": "UNDOF", "battalion": null, "rotation": 9, "status": "PLANNED",
            "startsOn": "2030-01", "endsOn": "2030", "commanderRank": "Major", "commanderName": "A. B.",
            "sources": ["t-paper"]}""",
            "MilestoneAdd", """
            {"kind": "AGREEMENT", "date": "2020", "title": "T", "nations": ["KAZ"], "missions": ["UNIFIL"],
            "battalions": ["IndKazBat"], "sources": ["t-paper"]}""");

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
    }

    private static Map<String, Object> parse(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Map<String, Object> input(String mutation, String changes) {
        Map<String, Object> input = new HashMap<>(parse(VALID_INPUTS.get(mutation)));
        input.putAll(parse(changes));
        return input;
    }

    @ParameterizedTest
    @CsvSource({"SourceAdd", "PersonnelCountRecord", "BattalionAdd", "DeploymentAdd", "MilestoneAdd"})
    void storesValidInputAndRejectsDuplicate(String mutation) {
        JsonPath payload = done(mutation, Map.of("input", input(mutation, "{}")));
        assertTrue(payload.getMap("").values().stream().anyMatch(value -> value instanceof Map));

        List<String> again = faults(mutation, Map.of("input", input(mutation, "{}")));
        assertTrue(
                !again.isEmpty() && again.stream().allMatch(fault -> fault.startsWith("DUPLICATE")), again::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SourceAdd            | {"key": "T New"}                          | INVALID key
            SourceAdd            | {"key": "un-troops"}                      | INVALID key
            SourceAdd            | {"key": "diplomat-2020"}                  | DUPLICATE key
            SourceAdd            | {"title": " ", "publisher": ""}           | INVALID publisher, INVALID title
            SourceAdd            | {"publishedOn": "2021-02-29"}             | INVALID publishedOn
            SourceAdd            | {"publishedOn": "2120"}                   | INVALID publishedOn
            SourceAdd            | {"publishedOn": "yesterday"}              | INVALID publishedOn
            SourceAdd            | {"url": "javascript:alert(1)"}            | INVALID url
            SourceAdd            | {"url": "https://"}                       | INVALID url
            SourceAdd            | {"kind": null}                            | -
            SourceAdd            | {"note": null}                            | -
            SourceAdd            | {"note": " "}                             | -
            PersonnelCountRecord | {"precision": null}                       | -
            PersonnelCountRecord | {"source": "un-contributions"}            | INVALID source
            PersonnelCountRecord | {"total": -1, "women": null, "men": null} | INVALID total
            PersonnelCountRecord | {"women": 2}                              | INVALID total
            PersonnelCountRecord | {"women": -3, "men": 13}                  | INVALID men, INVALID women
            PersonnelCountRecord | {"women": 11, "men": null}                | INVALID women
            PersonnelCountRecord | {"women": null, "men": 11}                | INVALID men
            PersonnelCountRecord | {"women": 2147483647, "men": 2147483647}  | INVALID total
            PersonnelCountRecord | {"asOf": "2018-13"}                       | INVALID asOf
            PersonnelCountRecord | {"asOf": "2118"}                          | INVALID asOf
            PersonnelCountRecord | {"asOf": "2118", "status": "PLANNED"}     | -
            PersonnelCountRecord | {"source": "none", "nation": "ZZZ", "mission": "NONE", "battalion": "?"} | NOT_FOUND battalion, NOT_FOUND mission, NOT_FOUND nation, NOT_FOUND source
            PersonnelCountRecord | {"nation": null, "mission": null}         | -
            PersonnelCountRecord | {"mission": "MINURSO", "battalion": "IndKazBat"} | INVALID battalion
            PersonnelCountRecord | {"deployment": "nonsense"}                | NOT_FOUND deployment
            PersonnelCountRecord | {"deployment": "TmF0aW9uOktBWg=="}        | NOT_FOUND deployment
            BattalionAdd         | {"name": "indkazbat"}                     | DUPLICATE name
            BattalionAdd         | {"name": "Indian battalion"}              | DUPLICATE name
            BattalionAdd         | {"aliases": ["x", "X", "IndKazBat", ""]}  | DUPLICATE aliases.1, DUPLICATE aliases.2, INVALID aliases.3
            BattalionAdd         | {"nations": []}                           | INVALID nations
            BattalionAdd         | {"nations": ["KAZ", "ZZZ", "KAZ"]}        | DUPLICATE nations.2, NOT_FOUND nations.1
            BattalionAdd         | {"mission": "N", "parent": "N", "formedOn": "18"} | INVALID formedOn, NOT_FOUND mission, NOT_FOUND parent
            DeploymentAdd        | {"rotation": 0}                           | INVALID rotation
            DeploymentAdd        | {"mission": "UNIFIL", "battalion": "IndKazBat", "rotation": 1, "startsOn": "2018", "endsOn": "2019", "status": "ENDED"} | DUPLICATE rotation
            DeploymentAdd        | {"rotation": null}                        | -
            DeploymentAdd        | {"startsOn": "2030-02", "endsOn": "2030-01"} | INVALID endsOn
            DeploymentAdd        | {"startsOn": "2030-12", "endsOn": "2030"} | -
            DeploymentAdd        | {"startsOn": "1970", "endsOn": "1974-04", "status": "ENDED"} | INVALID endsOn, INVALID startsOn
            DeploymentAdd        | {"startsOn": "1974", "endsOn": null, "status": "ENDED"} | -
            DeploymentAdd        | {"mission": "MINUSTAH", "battalion": null, "startsOn": null, "endsOn": null, "status": "CLAIMED"} | -
            DeploymentAdd        | {"mission": "MINUSTAH", "battalion": null, "startsOn": null, "endsOn": null, "status": "DEPLOYED"} | INVALID status
            DeploymentAdd        | {"status": "DEPLOYED"}                    | INVALID startsOn
            DeploymentAdd        | {"status": "ENDED", "endsOn": null}       | INVALID startsOn
            DeploymentAdd        | {"commanderName": null}                   | INVALID commanderName
            DeploymentAdd        | {"sources": []}                           | INVALID sources
            DeploymentAdd        | {"sources": ["t-paper", "none"]}          | NOT_FOUND sources.1
            DeploymentAdd        | {"battalion": "IndKazBat"}                | INVALID battalion
            DeploymentAdd        | {"mission": "MINUSMA", "startsOn": "2024-01", "endsOn": null, "status": "ENDED"} | INVALID startsOn
            DeploymentAdd        | {"mission": "MINUSMA", "startsOn": "2023-12", "endsOn": "2024-01", "status": "ENDED"} | INVALID endsOn
            DeploymentAdd        | {"mission": "MINUSMA", "startsOn": "2023", "endsOn": "2023-12", "status": "ENDED"} | -
            DeploymentAdd        | {"mission": "MINUSMA", "startsOn": "2023", "endsOn": null} | INVALID status
            DeploymentAdd        | {"mission": "MINUSMA"}                    | INVALID endsOn, INVALID startsOn, INVALID status
            MilestoneAdd         | {"title": ""}                             | INVALID title
            MilestoneAdd         | {"date": "2020-00"}                       | INVALID date
            MilestoneAdd         | {"nations": ["kaz"], "missions": ["x"], "battalions": ["x"], "sources": []} | INVALID sources, NOT_FOUND battalions.0, NOT_FOUND missions.0, NOT_FOUND nations.0
            """)
    void reportsAllErrorsAndStoresNothing(String mutation, String changes, String expected) {
        Object[] before = counts();
        List<String> found = faults(mutation, Map.of("input", input(mutation, changes)));

        assertEquals(
                expected.equals("-") ? List.of() : Arrays.asList(expected.split(", ")),
                List.copyOf(new TreeSet<>(found.stream()
                        .map(fault -> fault.replace(" input.", " "))
                        .toList())));
        if (!expected.equals("-")) {
            assertEquals(List.of(before), List.of(counts()));
        }
    }

    private Object[] counts() {
        return rows.column("""
                select count(*) from source union all select count(*) from personnel_count
                union all select count(*) from battalion union all select count(*) from deployment
                union all select count(*) from milestone union all select count(*) from personnel_count_revision""");
    }

    @Test
    void messageNamesFieldAndSolution() {
        JsonPath payload = payload(
                "PersonnelCountRecord", Map.of("input", input("PersonnelCountRecord", "{\"source\": \"none\"}")));
        assertNull(payload.get("personnelCount"));
        assertEquals(
                "`source` must be the key of an existing source, but was \"none\". Add the source with sourceAdd first.",
                payload.getString("userErrors[0].message"));
    }

    @ParameterizedTest
    @CsvSource({
        "KAZ-UNIFIL-4, ENDED, 2020-08, 2021-05, true",
        "KAZ-UNIFIL-4, ENDED, 2020-08, 2020-07, false",
        "KAZ-UNIFIL-4, DEPLOYED, 2120, , false"
    })
    void updatesDeploymentIfDatesAreValid(String key, String status, String startsOn, String endsOn, boolean valid) {
        JsonPath copy = done("DeploymentAdd", Map.of("input", input("DeploymentAdd", "{}")));
        String id = copy.getString("deployment.id");
        Map<String, Object> input = new HashMap<>(Map.of("status", status, "startsOn", startsOn));
        input.put("endsOn", endsOn);
        JsonPath payload = payload("DeploymentUpdate", Map.of("id", id, "version", 1, "input", input));

        assertEquals(valid, payload.getList("userErrors").isEmpty());
        assertEquals(valid ? 2 : 1, payload.getInt("deployment.version"));
        assertEquals(valid ? status : "PLANNED", payload.getString("deployment.status"));
        assertEquals(valid ? endsOn : "2030", payload.getString("deployment.endsOn.text"));
        assertEquals(List.of("t-paper"), payload.getList("deployment.sources.key"));
        if (valid) {
            assertEquals(
                    List.of("CONFLICT version"),
                    faults("DeploymentUpdate", Map.of("id", id, "version", 1, "input", input)));
            assertEquals(
                    List.of("PLANNED"),
                    List.of(rows.column("select status from deployment_revision where version = 1")));
        }
    }

    @Test
    void reportsUnknownIds() {
        for (String id : List.of("", "nonsense", GlobalId.of("Nation", "KAZ"), GlobalId.of("PersonnelCount", "none"))) {
            assertEquals(
                    List.of("NOT_FOUND id"),
                    faults("PersonnelCountRetract", Map.of("id", id, "version", 1, "reason", "r")));
            assertEquals(
                    List.of("NOT_FOUND id"),
                    faults("DeploymentUpdate", Map.of("id", id, "version", 1, "input", Map.of())));
        }
    }
}
