package org.bluehelmets.seed;

import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Tests the migration of an H2 file with schema version 7. The file contains the seed data of that version, official
 * reports of October and November 2018, and counts that editors recorded, corrected and retracted.
 */
@QuarkusTest
@TestProfile(OlderDatabaseTest.Schema7.class)
@EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
class OlderDatabaseTest {

    public static class Schema7 implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            if (!TestDatabase.isH2()) {
                return Map.of();
            }
            String url = TestDatabase.newFileUrl();
            Path file = Path.of(url.replaceFirst("^jdbc:h2:file:([^;]*);.*", "$1") + ".mv.db");
            try (InputStream packed = Files.newInputStream(Path.of("src/test/resources/databases/schema-7.mv.db.gz"))) {
                Files.createDirectories(file.getParent());
                Files.copy(new GZIPInputStream(packed), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("quarkus.datasource.jdbc.url", url);
        }
    }

    @Test
    void derivesKindsAndActivityOfMissions() {
        JsonPath answer = data("""
                { operations: missions(filter: { kind: { eq: PEACEKEEPING } }) { totalCount }
                  unlisted: mission(acronym: "UNTEST") { kind active }
                  unami: mission(acronym: "UNAMI") { kind endedOn { date } on: active(on: "2025-12-31") after: active(on: "2026-01-01") }
                  unifil: mission(acronym: "UNIFIL") { active(on: "2026-12-31") } }""");
        assertEquals(71, answer.getInt("operations.totalCount"));
        assertEquals(Map.of("kind", "SPECIAL_POLITICAL", "active", false), answer.get("unlisted"));
        assertEquals(
                Map.of(
                        "kind",
                        "SPECIAL_POLITICAL",
                        "endedOn",
                        Map.of("date", "2025-12-31"),
                        "on",
                        true,
                        "after",
                        false),
                answer.get("unami"));
        assertTrue(answer.getBoolean("unifil.active"));
    }

    @Test
    void loadsCorrectedSeedRows() {
        JsonPath answer = data("""
                { source(key: "astana-times-2018") { note }
                  ceilings: personnelCounts(filter: { status: { eq: AUTHORISED }, total: { eq: 430 } }) {
                    nodes { category note corroboration { verdict reason } } }
                  rotation: personnelCounts(filter: {
                    source: { key: { eq: "astana-times-2018" } }, total: { eq: 120 }, status: { eq: DEPLOYED } }) {
                    nodes { corroboration { verdict officialTotal } } } }""");
        assertTrue(answer.getString("source.note").contains("foreign minister"), answer::prettify);
        assertEquals(List.of("ALL"), answer.getList("ceilings.nodes.category"), answer::prettify);
        assertEquals(List.of("NOT_COMPARABLE"), answer.getList("ceilings.nodes.corroboration.verdict"));
        assertEquals(List.of("CONFIRMED"), answer.getList("rotation.nodes.corroboration.verdict"), answer::prettify);
        assertEquals(List.of(120), answer.getList("rotation.nodes.corroboration.officialTotal"));
    }

    @Test
    void keepsChangesOfEditors() {
        JsonPath answer = data("""
                { recorded: personnelCounts(filter: { total: { eq: 121 } }) {
                    nodes { note source { key } } }
                  corrected: personnelCounts(filter: {
                    nation: { code: { eq: "KAZ" } }, mission: { acronym: { eq: "MINURSO" } }, total: { eq: 7 } }) {
                    nodes { category version source { key } history { change total } } }
                  retracted: personnelCounts(filter: { mission: { acronym: { eq: "MONUSCO" } } }) {
                    totalCount }
                  battalion(name: "eclaireurs DU desert") { name nations { code } mission { acronym } }
                  source(key: "geo-pko-2-3") { title } }""");
        assertEquals(List.of("recorded by an editor"), answer.getList("recorded.nodes.note"), answer::prettify);
        assertEquals(List.of("diplomat-2020"), answer.getList("recorded.nodes.source.key"));
        assertEquals(List.of("caspian-2018"), answer.getList("corrected.nodes.source.key"), answer::prettify);
        assertEquals(List.of(7, 5), answer.getList("corrected.nodes[0].history.total"), answer::prettify);
        assertEquals(0, answer.getInt("retracted.totalCount"));
        assertEquals("Éclaireurs du désert", answer.getString("battalion.name"));
        assertEquals("MINUSCA", answer.getString("battalion.mission.acronym"));
        assertEquals("A list of positions that an editor added", answer.getString("source.title"));
    }

    /** Reports of older versions count as complete. */
    @Test
    void keepsReports() {
        JsonPath answer = data("""
                { mission(acronym: "UNIFIL") {
                    october: strength(on: "2018-10-31") { total reportedOn incomplete }
                    november: strength(on: "2018-11-30") { total reportedOn incomplete } } }""");
        assertEquals(
                Map.of("total", 1020, "reportedOn", "2018-10-31", "incomplete", false), answer.get("mission.october"));
        assertEquals(
                Map.of("total", 1144, "reportedOn", "2018-11-30", "incomplete", false), answer.get("mission.november"));
    }

    @Test
    void computesTextKeys() {
        JsonPath answer = data("""
                { nations(first: 2, orderBy: { field: NAME }) { nodes { name } }
                  named: nations(filter: { name: { eq: "cote d’ivoire" } }) { nodes { code } }
                  search(text: "eclaireurs") { ... on Battalion { name } } }""");
        assertEquals(List.of("Afghanistan", "Åland Islands"), answer.getList("nations.nodes.name"));
        assertEquals(List.of("CIV"), answer.getList("named.nodes.code"));
        assertEquals(List.of("Éclaireurs du désert"), answer.getList("search.name"));
        assertNull(answer.get("errors"));
    }
}
