package org.bluehelmets.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.SharedFile;
import org.junit.jupiter.api.Test;

/** Verifies that the service returns exactly the personnel counts in the list of facts. */
@QuarkusTest
class PersonnelFactsTest {

    @Test
    void returnsEveryCountInTheListOfFacts() {
        Map<String, Map<String, String>> answered = sources().stream()
                .flatMap(source -> counts(source.get("key")).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<CSVRecord> facts = SharedFile.rows("facts/personnel.csv");
        assertAll(facts.stream()
                .map(fact -> () -> assertEquals(row(fact), answered.get(id(fact)), () -> fact.get("key"))));
    }

    @Test
    void returnsNoOtherCountsOfArticles() {
        Map<String, Long> expected = SharedFile.rows("facts/personnel.csv").stream()
                .collect(Collectors.groupingBy(fact -> fact.get("source"), TreeMap::new, Collectors.counting()));
        Map<String, Long> answered = sources().stream()
                .map(source -> source.get("key"))
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> Client.stored("SourceCounts", Map.of("key", key))
                                .getLong("source.personnelCounts.totalCount"),
                        Long::sum,
                        TreeMap::new));
        assertEquals(expected, answered);
    }

    @Test
    void namesArticlesAsInTheListOfFacts() {
        assertAll(sources().stream()
                .map(source -> () -> assertEquals(source.toMap(), article(source.get("key")), source.get("key"))));
    }

    private static List<CSVRecord> sources() {
        return SharedFile.rows("facts/sources.csv");
    }

    /** Returns the global id of a count in the documented format. */
    private static String id(CSVRecord fact) {
        String plain = "PersonnelCount:" + fact.get("key");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** Returns a fact without its key, which the id contains. */
    private static Map<String, String> row(CSVRecord fact) {
        Map<String, String> row = fact.toMap();
        row.remove("key");
        return row;
    }

    /** Returns the counts of a source by id, in the columns of the list of facts. */
    private static Map<String, Map<String, String>> counts(String source) {
        JsonPath answer = Client.stored("SourceCounts", Map.of("key", source));
        List<Map<String, ?>> counts = answer.getList("source.personnelCounts.nodes");
        return counts.stream().collect(Collectors.toMap(count -> text(count, "id"), count -> {
            Map<String, String> row = new TreeMap<>();
            row.put("source", source);
            row.put("nation", text(count, "nation", "code"));
            row.put("mission", text(count, "mission", "acronym"));
            row.put("battalion", text(count, "battalion", "name"));
            row.put("rotation", text(count, "deployment", "rotation"));
            row.put("category", text(count, "category"));
            row.put("count", text(count, "total"));
            row.put("women", text(count, "women"));
            row.put("precision", text(count, "precision"));
            row.put("status", text(count, "status"));
            row.put("as_of", text(count, "asOf", "text"));
            row.put("as_of_precision", text(count, "asOf", "precision"));
            row.put("note", text(count, "note"));
            return row;
        }));
    }

    private static Map<String, String> article(String key) {
        Map<String, ?> source =
                Client.stored("SourceCounts", Map.of("key", key)).getMap("source");
        Map<String, String> row = new TreeMap<>();
        row.put("key", text(source, "key"));
        row.put("publisher", text(source, "publisher"));
        row.put("title", text(source, "title"));
        row.put("author", text(source, "author"));
        row.put("published", text(source, "publishedOn", "text"));
        row.put("published_precision", text(source, "publishedOn", "precision"));
        return row;
    }

    /** Returns the text at a path of fields; null if a field on the path is null. */
    private static String text(Map<String, ?> object, String... path) {
        Object value = object;
        for (String field : path) {
            value = value == null ? null : ((Map<?, ?>) value).get(field);
        }
        return Objects.toString(value, null);
    }
}
