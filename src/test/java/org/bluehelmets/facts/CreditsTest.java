package org.bluehelmets.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.testsupport.DataFileRows;
import org.bluehelmets.testsupport.FactsPage;
import org.bluehelmets.testsupport.FactsPage.Fact;
import org.bluehelmets.testsupport.SharedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Verifies that the data files credit each fact to exactly the articles that the page of facts names. The file
 * fact_credits.txt lists the facts in each row; other rows must not name an article.
 */
class CreditsTest {

    /** Words that identify a fact, and words of that fact. */
    private static final Map<String, String> TELLING = Map.ofEntries(
            Map.entry("Nurkassov", "commanded by Major Ayan Nurkassov"),
            Map.entry("\\bmiles\\b", "patrols the Blue Line"),
            Map.entry("4000000|4 million", "engineers and sappers"),
            Map.entry("34-day", "deployed under Security Council resolution 1701"),
            Map.entry("drinking water|medical care", "drinking water and medical care"),
            Map.entry("unanimous", "the approval is unanimous"),
            Map.entry("\\b430\\b", "parliament approves up to 430"),
            Map.entry("\\b139\\b", "UNDOF reserve company"),
            Map.entry("\\b318\\b", "fatalities: 318"),
            Map.entry("16 km|quarantine", "120, due February 2021"),
            Map.entry("Shab'a", "joint patrols in the Shab'a region"),
            Map.entry("quick reaction", "part of INDBATT"),
            Map.entry("KAZCENT|KINPOT|Prabal Dostyk|Tribune", "KAZCENT (Partnership for Peace"),
            Map.entry("NATO", "nearly 300 in the early 2000s"),
            Map.entry("multinational brigade", "joint Kazakh-Indian battalion in UNIFIL"),
            Map.entry("2003 to 2008", "Kazakh troops 2003 to 2008"));

    private FactsPage page;
    private Set<String> articles;
    private Map<String, String> publishers;
    private Map<String, CSVRecord> rows;

    /** The facts in each row, as in fact_credits.txt. */
    private Map<String, List<String>> stated;

    @BeforeEach
    void read() throws IOException {
        page = FactsPage.read();
        publishers = SharedFile.rows("facts/sources.csv").stream()
                .collect(toMap(row -> row.get("key"), row -> row.get("publisher")));
        articles = publishers.keySet();
        rows = new LinkedHashMap<>();
        DataFileRows.CITING.forEach(file -> rows.putAll(DataFileRows.of(file)));
        stated = new LinkedHashMap<>();
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(CreditsTest.class.getResourceAsStream("/fact_credits.txt"), UTF_8))) {
            file.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> parts = new ArrayList<>(Arrays.asList(line.split(" \\| ")));
                stated.put(parts.remove(0), parts);
            });
        }
        // The list of counts names one article for each.
        SharedFile.rows("facts/personnel.csv")
                .forEach(row -> stated.put("personnel_counts/" + row.get("key"), List.of("=" + row.get("source"))));
    }

    @Test
    void creditsNoFactToOtherArticles() {
        assertRows((key, row) -> {
            Set<String> allowed = union(parts(key), this::credits);
            parts(key).stream()
                    .filter(part -> part.startsWith("="))
                    .forEach(part -> allowed.retainAll(Set.of(part.substring(1))));
            Set<String> beyond = articlesOf(key, row);
            beyond.removeAll(allowed);
            assertEquals(Set.of(), beyond, key);
        });
    }

    @Test
    void creditsEveryFactToAnArticle() {
        assertRows((key, row) -> parts(key).forEach(part -> {
            // The UN's lists describe missions.
            if (!key.startsWith("missions/") && !credits(part).isEmpty()) {
                assertTrue(articlesOf(key, row).stream().anyMatch(credits(part)::contains), key + ": " + part);
            }
        }));
    }

    /** A row has one list of sources. If they differ, the row attributes each statement. */
    @Test
    void attributesDifferingStatements() {
        assertRows((key, row) -> {
            if (parts(key).stream().map(this::credits).distinct().count() > 1) {
                articlesOf(key, row).stream()
                        .filter(article -> articlesOf(key, row).size() > 1)
                        .forEach(article ->
                                assertTrue(text(row).contains(publishers.get(article)), key + " " + article));
            }
        });
    }

    @Test
    void creditsEveryFactToAllItsArticles() {
        assertAll(page.facts().stream().map(fact -> () -> {
            Set<String> missing = new TreeSet<>(fact.credits());
            stated.forEach((key, words) -> {
                assertTrue(key.startsWith("sources/") || rows.containsKey(key), () -> "there is no row " + key);
                if (words.stream().anyMatch(word -> fact.text().contains(word))) {
                    missing.removeAll(key.startsWith("missions/") ? articles : articlesOf(key, rows.get(key)));
                }
            });
            assertEquals(Set.of(), missing, fact.text());
        }));
    }

    @Test
    void keepsIdentifyingWordsToTheirFacts() {
        assertAll(rows.entrySet().stream()
                .filter(row -> !row.getKey().startsWith("nations/"))
                .flatMap(row -> TELLING.entrySet().stream()
                        .filter(telling -> Pattern.compile(telling.getKey())
                                .matcher(text(row.getValue()))
                                .find())
                        .map(telling -> (Executable) () -> assertTrue(
                                DataFileRows.sources(row.getValue()).stream()
                                        .anyMatch(
                                                page.saying(telling.getValue()).credits()::contains),
                                row.getKey() + " says " + telling.getKey()))));
    }

    /** Only one article uses the name IndKazBat, so statements of other articles do not concern it. */
    @Test
    void creditsUnitFactsToSourcesThatNameTheUnit() {
        assertRows((key, row) -> Stream.of("battalion", "battalions")
                .filter(header -> row.isMapped(header) && !key.startsWith("positions/"))
                .flatMap(header -> Arrays.stream(row.get(header).split(" \\| ")))
                .filter(unit -> !unit.isEmpty())
                .forEach(unit -> assertTrue(
                        DataFileRows.sources(rows.get("battalions/" + unit)).stream()
                                .anyMatch(DataFileRows.sources(row)::contains),
                        key + " and " + unit)));
    }

    @Test
    void requiresSourceInEveryRow() {
        assertRows((key, row) -> assertTrue(!DataFileRows.sources(row).isEmpty(), key));
    }

    @Test
    void takesNationNamesFromOneAuthority() {
        Map<String, Set<String>> cited = DataFileRows.of("nations").values().stream()
                .collect(toMap(row -> row.get("code"), DataFileRows::sources));
        assertEquals(Set.of("iso-3166"), cited.remove("TWN"));
        assertEquals(Set.of(Set.of("un-m49")), Set.copyOf(cited.values()));
    }

    private interface RowCheck {
        void check(String key, CSVRecord row);
    }

    private void assertRows(RowCheck check) {
        assertAll(rows.entrySet().stream().map(row -> () -> check.check(row.getKey(), row.getValue())));
    }

    /** The content of a row: words of facts, or its only article. */
    private List<String> parts(String key) {
        return stated.getOrDefault(key, List.of());
    }

    private Set<String> credits(String part) {
        if (part.startsWith("=")) {
            return Set.of(part.substring(1));
        }
        Fact fact = page.saying(part);
        return fact.credits();
    }

    /** Returns the articles that a row names. The row of a source with a note names that source. */
    private Set<String> articlesOf(String key, CSVRecord row) {
        Set<String> named = key.startsWith("sources/")
                ? new TreeSet<>(Set.of(key.substring("sources/".length())))
                : DataFileRows.sources(row);
        named.retainAll(articles);
        return named;
    }

    private static String text(CSVRecord row) {
        return String.join(" ", row.values());
    }

    private static <T> Set<String> union(Collection<T> all, Function<T, Set<String>> sets) {
        return all.stream().map(sets).flatMap(Set::stream).collect(toCollection(TreeSet::new));
    }
}
