package org.bluehelmets;

import static org.bluehelmets.testsupport.Replica.recording;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.RandomQueries;
import org.bluehelmets.testsupport.Replica;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same queries get the same answers from PostgreSQL as from H2, cursors and order included: of the same rows, with text
 * in which databases differ. {@code -Dh2.app=} names the directory of a jar that was built for H2,
 * {@code -Dsame.queries=} how many there are.
 */
@EnabledIf(value = TestDatabase.IS_POSTGRESQL, disabledReason = "H2 is what PostgreSQL is compared with")
class SameAnswersIT {

    private static final int QUERIES = Integer.getInteger("same.queries", 1000);
    private static final long SEED = Long.getLong("same.seed", 1948);

    /**
     * Collations order these in different ways, and fold their cases, or do not. One difference is left: characters beyond
     * U+FFFF, such as emoji, come before those from U+E000 on where H2 orders them, and after them in PostgreSQL.
     */
    private static final List<String> TEXTS = List.of(
            "a",
            "B",
            "b",
            "A",
            "Z",
            "z",
            "É",
            "é",
            "e",
            "f",
            "ß",
            "SS",
            "ss",
            "İ",
            "i",
            "I",
            "ı",
            "Σας",
            "ΣΑΣ",
            "_a",
            "-a",
            "a b",
            "a-b",
            "ab",
            "a_b",
            "a%b",
            " a",
            "a ",
            "10",
            "9",
            "日本",
            "😀",
            "Ångström",
            "ångström",
            "Āb",
            "!",
            "'");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> LISTS =
            List.of("nations", "missions", "battalions", "deployments", "personnelCounts", "milestones", "sources");

    @TempDir
    static Path directory;

    private static Replica ofPostgreSQL;
    private static Replica ofH2;

    @BeforeAll
    static void start() throws Exception {
        String h2 = TestDatabase.newFileUrl();
        String postgresql = TestDatabase.newUrl();
        ofH2 = Replica.startH2(directory.resolve("h2"), h2, "-Dbluehelmets.limits.timeout=60s");
        ofPostgreSQL = Replica.start(directory.resolve("postgresql"), postgresql, "-Dbluehelmets.limits.timeout=60s");
        for (Replica each : List.of(ofH2, ofPostgreSQL)) {
            each.awaitReady();
            each.addSource();
            // its key is random, and so is the order of its like: one is enough
            assertEquals(
                    List.of(),
                    each.payload("PersonnelCountRecord", recording(2040)).getList("userErrors"));
            importReports(each);
        }
        fill(h2);
        fill(postgresql);
    }

    private static void importReports(Replica service) {
        Contributions file = Contributions.file();
        for (int month = 1; month <= 12; month++) {
            for (String nation : List.of("KAZ", "IND", "NPL", "GHA")) {
                file.row(nation, "UNIFIL", "Troops", month, 10 * month, "2021-%02d-28".formatted(month));
                file.row(nation, "UNMISS", "Staff Officer", 0, 5, "2021-%02d-28".formatted(month));
            }
        }
        service.editor()
                .contentType("text/csv")
                .body(file.text())
                .post("/imports/contributions")
                .then()
                .statusCode(200);
    }

    private static void fill(String url) throws SQLException {
        try (Connection connection = TestDatabase.connect(url);
                PreparedStatement source = connection.prepareStatement("""
                        insert into source (natural_key, kind, title, publisher, author, title_key, publisher_key, author_key)
                        values (?, 'ARTICLE', ?, ?, ?, ?, ?, ?)""");
                PreparedStatement battalion = connection.prepareStatement("""
                        insert into battalion (natural_key, name, unit_kind, sector, name_key, alias_keys, mission_pk)
                        values (?, ?, 'BATTALION', ?, ?, '', (select pk from mission where acronym = 'UNIFIL'))""")) {
            connection
                    .createStatement()
                    .execute(
                            "delete from personnel_count where natural_key like '________-____-____-____-____________'");
            connection.createStatement().execute("delete from personnel_count_revision");
            for (int i = 0; i < TEXTS.size(); i++) {
                String text = TEXTS.get(i);
                source.setString(1, "t-" + text);
                source.setString(2, text);
                source.setString(3, TEXTS.get(i / 3));
                source.setString(4, i % 2 == 0 ? text : null);
                source.setString(5, TextFolding.fold(text));
                source.setString(6, TextFolding.fold(TEXTS.get(i / 3)));
                source.setString(7, i % 2 == 0 ? TextFolding.fold(text) : "");
                source.addBatch();
                battalion.setString(1, "T " + text);
                battalion.setString(2, "T " + text);
                battalion.setString(3, i % 3 == 0 ? null : text);
                battalion.setString(4, TextFolding.fold("T " + text));
                battalion.addBatch();
            }
            source.executeBatch();
            battalion.executeBatch();
            DataVersion.change(connection);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (Replica each :
                Stream.of(ofH2, ofPostgreSQL).filter(each -> each != null).toList()) {
            each.close();
        }
    }

    private static List<String> ofLists(String document, String path) {
        return LISTS.stream()
                .flatMap(list ->
                        ofPostgreSQL
                                .get("{ " + list + document + " }")
                                .jsonPath()
                                .<String>getList("data." + list + path)
                                .stream())
                .toList();
    }

    /** An answer, with its fields in some order: that of an error's extensions is another in every process. */
    private static JsonNode answer(Replica service, Map<String, Object> request) {
        String answer = service.request()
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .body(request)
                .post("/graphql")
                .asString()
                // when a row came into a database is its own
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+]00:00)", "<time>");
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private static Map<String, Object> request(String document, Map<String, Object> variables, String operationName) {
        Map<String, Object> request = new HashMap<>();
        request.put("query", document);
        request.put("variables", variables);
        request.put("operationName", operationName);
        return request;
    }

    @Test
    void whatChanceAsks() {
        RandomQueries queries = new RandomQueries(
                ofLists("(first: 5) { edges { cursor } }", ".edges.cursor"),
                ofLists("(first: 5) { nodes { id } }", ".nodes.id"));
        int answered = 0;
        List<String> different = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            var query = queries.query(SEED + i);
            Map<String, Object> request = request(query.document(), query.variables(), query.operationName());
            JsonNode expected = answer(ofH2, request);
            JsonNode found = answer(ofPostgreSQL, request);
            if (expected.has("data")) {
                answered++;
            }
            if (!expected.equals(found)) {
                different.add("-Dsame.seed=%d: %s%nH2         %s%nPostgreSQL %s"
                        .formatted(SEED + i, query.document(), expected, found));
            }
        }
        System.out.printf("%d of %d queries had data%n", answered, QUERIES);
        assertTrue(answered > QUERIES / 3);
        assertEquals(List.of(), different);
    }

    /** Every order, forwards and backwards, page by page, and every way to compare with every text. */
    @Test
    void textInWhichDatabasesDiffer() {
        List<Map<String, Object>> requests = new ArrayList<>();
        for (String order : List.of("TITLE", "PUBLISHED_ON", "KEY")) {
            for (String direction : List.of("ASC", "DESC")) {
                for (String page : List.of("first: 100", "last: 7")) {
                    requests.add(request("""
                            { sources(%s, orderBy: [{ field: %s, direction: %s }]) { edges { cursor node { key } } } }
                            """.formatted(page, order, direction), Map.of(), null));
                }
            }
        }
        requests.add(request(
                "{ mission(acronym: \"UNIFIL\") { battalions(first: 100) { edges { cursor node { name } } } } }",
                Map.of(),
                null));
        for (String text : TEXTS) {
            for (String operator : List.of("eq", "ne", "contains", "startsWith")) {
                requests.add(request("""
                        query ($text: String!) {
                          sources(first: 100, filter: { title: { %s: $text } }) { totalCount nodes { key } }
                        }""".formatted(operator), Map.of("text", text), null));
            }
            requests.add(request("""
                    query ($text: String!, $name: String!) {
                      search(text: $text) { __typename ... on Source { title } ... on Battalion { name } }
                      battalion(name: $name) { name }
                    }""", Map.of("text", text, "name", "t " + text), null));
        }
        for (Map<String, Object> request : requests) {
            JsonNode expected = answer(ofH2, request);
            assertTrue(expected.has("data"), expected::toString);
            assertEquals(expected, answer(ofPostgreSQL, request), request::toString);
        }
    }
}
