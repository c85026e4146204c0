package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.ImportReport;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that all code that writes names stores their keys, and that filters find the names. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class TextKeyColumnsTest {

    private static final List<String> TEXTS = List.of(
            "nation.name",
            "mission.name",
            "battalion.name",
            "milestone.title",
            "source.title",
            "source.publisher",
            "source.author");

    private final Rows rows = new Rows();

    @Inject
    DataSource dataSource;

    @Inject
    Importer importer;

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clearCurated();
        rows.clearImports();
    }

    @Test
    void everyWriterStoresKeys() throws Exception {
        Editor.done(
                "SourceAdd",
                Map.of(
                        "input",
                        Map.of("key", "t-keys", "title", "L’Été", "publisher", "Łódź-Press", "author", "Đặng")));
        Editor.done("SourceAdd", Map.of("input", Map.of("key", "t-no-author", "title", "!", "publisher", "Ø")));
        Editor.done(
                "BattalionAdd",
                Map.of(
                        "input",
                        Map.of(
                                "name",
                                "Bataillon d’Été",
                                "aliases",
                                List.of("Zwölf-A", "Ω"),
                                "unitKind",
                                "BATTALION",
                                "nations",
                                List.of("FRA"))));
        Editor.done(
                "MilestoneAdd",
                Map.of("input", Map.of("kind", "TRAINING", "title", "Übung “Steppe”", "sources", List.of("t-keys"))));
        importFile("""
                mission_acronym,mission_name,start_date,end_date
                UNTEST,Misión de prueba – Åland,2001-01-01,
                """);
        importFile("""
                isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date
                KAZ,,UN-TEST2,Troops,0,5,2001-01-31
                """);
        assertKeysAreCorrect();
        assertEquals("\nzwolf a\nω\n", text("select alias_keys from battalion where name like 'Bataillon%'"));
        assertEquals("un test2", text("select name_key from mission where acronym = 'UN-TEST2'"));

        for (String name : List.of("bataillon d'ete", "BATAILLON D`ÉTÉ", "zwolf a", "Zwo\u0308lf‑A", "ω")) {
            assertEquals(
                    "Bataillon d’Été",
                    Client.data("query ($name: String!) { battalion(name: $name) { name } }", Map.of("name", name))
                            .getString("battalion.name"),
                    name);
        }
        assertEquals(
                List.of("L’Été"),
                Client.data("{ sources(filter: { publisher: { eq: \"lodz press\" } }) { nodes { title } } }")
                        .getList("sources.nodes.title"));
        for (String text : List.of("dang", "LODZ", "lʼete", "Łódź Press")) {
            assertTrue(found(text).contains("L’Été"), () -> text + " finds " + found(text));
        }
        assertTrue(found("wolf-a").contains("Bataillon d’Été"));
        assertEquals("Bataillon d’Été", found("zwolf a").get(0), "an alias is a whole name");
        // literally: neither all rows nor none
        assertEquals(List.of("!"), found("!"));
        assertEquals(List.of("Übung “Steppe”"), titles("“"));
        assertEquals(List.of(), titles("\u0301"));
    }

    /** A restore computes the keys again with the rules of this build. */
    @Test
    void updatesOutdatedKeys() throws SQLException {
        rows.update("update nation set name_key = 'old' where code = 'KAZ'");
        rows.update("update battalion set alias_keys = 'old'");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            TextKeyColumns.refresh(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertKeysAreCorrect();
        assertEquals(0L, Long.parseLong(text("select count(*) from battalion where alias_keys = 'old'")));
    }

    private void importFile(String csv) throws Exception {
        ImportReport report = importer.run(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                new ImportOptions(null, false, false, false),
                ImportProgress.NONE);
        assertEquals(0, report.rowsBad(), report::toString);
    }

    private void assertKeysAreCorrect() throws SQLException {
        for (String text : TEXTS) {
            String[] parts = text.split("\\.");
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery("select %2$s, %2$s_key from %1$s".formatted(parts[0], parts[1]))) {
                while (found.next()) {
                    String name = found.getString(1);
                    assertEquals(name == null ? "" : TextFolding.fold(name), found.getString(2), text + " " + name);
                }
            }
        }
    }

    private static List<String> found(String text) {
        List<Map<String, String>> hits = Client.data("""
                query ($text: String!) {
                  search(text: $text) {
                    ... on Source { title } ... on Battalion { name }
                    ... on Mission { mission: name } ... on Nation { nation: name }
                  }
                }""", Map.of("text", text)).getList("search");
        List<String> names = new ArrayList<>();
        hits.forEach(hit -> names.addAll(hit.values()));
        return names;
    }

    private static List<String> titles(String contained) {
        return Client.data("""
                query ($text: String!) {
                  milestones(filter: { title: { contains: $text } }) { nodes { title } }
                }""", Map.of("text", contained)).getList("milestones.nodes.title");
    }

    private String text(String sql) {
        return Stream.of(rows.column(sql)).findFirst().orElseThrow().toString();
    }
}
