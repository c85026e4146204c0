package org.bluehelmets.dataloading;

import static org.bluehelmets.testsupport.Client.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.RandomArguments;
import org.bluehelmets.testsupport.RandomArguments.Arguments;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.SchemaFields;
import org.bluehelmets.testsupport.SchemaFields.Field;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Aliases of a field with different arguments return the same as separate queries, with any content of the row cache. Use
 * {@code -Daliases.rounds=100} for a long run and {@code -Daliases.seed=} for other random values.
 */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class AliasesTest {

    private static final long SEED = Long.getLong("aliases.seed", 1948);

    /** The number of groups of three aliases for each place and each state of the row cache. */
    private static final int ROUNDS = Integer.getInteger("aliases.rounds", 6);

    private static final int FAMILY = 5;
    private static final int PARENTS = 12;
    private static final List<String> ALIASES = List.of("a", "b", "c");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Parameters that H2 does not compare before it reuses results of subqueries (ResultReuseTest). */
    private static final Pattern NOT_COMPARED =
            Pattern.compile("(?i)(fetch (first|next)|limit|offset)\\s+(\\?|[:$]\\w+)");

    @TestHTTPResource("/graphql")
    URI graphql;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Rows rows = new Rows();
    private final SchemaFields schema = new SchemaFields();
    private final Random random = new Random(SEED);
    private int cases;
    private int differing;

    /** Imports enough rows for lists that are longer than pages. */
    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions file = Contributions.file();
        List<String> nations = List.of("KAZ", "IND", "NPL", "GHA", "ITA");
        for (int month = 0; month < 8; month++) {
            for (int i = 0; i < nations.size(); i++) {
                for (String mission : List.of("UNIFIL", "UNMISS", "MINURSO")) {
                    file.row(nations.get(i), mission, "Troops", i, 1 + month * i, "2018-%02d-28".formatted(month + 5));
                }
            }
        }
        Contributions.load(file);
    }

    @AfterEach
    void clear() {
        rows.clearImports();
    }

    /** Replaces the row cache of the application until the test ends. */
    private static void useRowCache(long rows) {
        QuarkusMock.installMockForType(new RowCache(() -> rows, new SimpleMeterRegistry()), RowCache.class);
    }

    @Test
    void pagesOfDifferentSizesUnderEachMission() {
        useRowCache(0);
        String query = "{ missions(first: 100) { nodes { acronym %s } } }";
        List<String> alone =
                List.of("personnelCounts(first: 1) { nodes { id } }", "personnelCounts(first: 3) { nodes { id } }");
        List<?> one = data(query.formatted("a: " + alone.get(0))).getList("missions.nodes.a");
        List<?> three = data(query.formatted("b: " + alone.get(1))).getList("missions.nodes.b");

        var both = data(
                query.formatted("a: %s b: %s t: personnelCounts { totalCount }".formatted(alone.get(0), alone.get(1))));

        assertEquals(one, both.getList("missions.nodes.a"));
        assertEquals(three, both.getList("missions.nodes.b"));
    }

    @Test
    void returnSameAsSeparateQueries() {
        List<String> sent = Statements.ofMore(() -> schema.withArguments().forEach(this::check));

        assertTrue(cases > 500 * ROUNDS && differing > cases / 3, cases + " answers, of which differ " + differing);
        sent.forEach(AliasesTest::assertComparedByH2);
    }

    private void check(Field field) {
        List<Place> places = new ArrayList<>();
        String selection = schema.selection(field);
        if (schema.isQuery(field.parent())) {
            places.add(new Place(field, selection, "{ %s }", "", someIds()));
        } else {
            String list = schema.listOf(field.parent());
            assertNotNull(list, () -> "no list leads to " + field + "; teach this test how its parents are found");
            List<Parent> parents = parents(field, list);
            Parent richest =
                    parents.stream().max(Comparator.comparing(Parent::rows)).orElseThrow();
            places.add(new Place(
                    field,
                    selection,
                    "{ node(id: \"" + richest.id + "\") { ... on "
                            + field.parent().getName() + " { %s } } }",
                    "/node",
                    ids(parents)));
            int from = Math.max(0, parents.indexOf(richest) - PARENTS / 2);
            String after = from == 0 ? "" : ", after: \"" + parents.get(from - 1).cursor + "\"";
            places.add(new Place(
                    field,
                    selection,
                    "{ " + list + "(first: " + PARENTS + after + ") { nodes { %s } } }",
                    "/" + list + "/nodes",
                    ids(parents)));
        }
        places.forEach(this::check);
    }

    private void check(Place place) {
        List<Member> members = new ArrayList<>();
        useRowCache(0);
        for (int i = 0; i < (place.field.isConnection() ? 2 : 1); i++) {
            members.addAll(family(place));
        }
        assertFalse(members.isEmpty(), () -> "chance found no right arguments of " + place.field);
        int rounds = place.field.isConnection() ? ROUNDS : Math.max(1, ROUNDS / 3);
        for (int i = 0; i < rounds; i++) {
            assertSameAsSeparate(place, some(members), "without row cache");
        }
        for (int i = 0; i < rounds; i++) {
            useRowCache(100_000);
            assertSameAsSeparate(place, some(members), "with an empty row cache");
        }
        useRowCache(100_000);
        for (int i = 0; i < rounds; i++) {
            List<Member> some = some(members);
            assertSameAsSeparate(place, some, "with what was read before");
            assertSameAsSeparate(place, some, "with what was read before, once more");
            assertSameAsSeparate(place, some.subList(0, 1), "alone after others");
        }
    }

    /** Selects mostly members of one family, which are adjacent. */
    private List<Member> some(List<Member> members) {
        int start = random.nextInt(members.size());
        return ALIASES.stream()
                .map(alias -> members.get(
                        random.nextInt(5) == 0
                                ? random.nextInt(members.size())
                                : Math.min(members.size() - 1, start / FAMILY * FAMILY + random.nextInt(FAMILY))))
                .toList();
    }

    /** Returns similar arguments, each with the response of a separate query. */
    private List<Member> family(Place place) {
        RandomArguments chance = new RandomArguments(place.field.definition(), random, place.ids);
        List<Member> family = new ArrayList<>();
        Map<Object, List<String>> cursors = new HashMap<>();
        Arguments arguments = chance.next();
        for (int tried = 0; family.size() < FAMILY && tried < 4 * FAMILY; tried++) {
            JsonNode answer = ask(place.document(List.of(arguments)));
            // invalid arguments, such as first with last, have no response to compare
            if (!answer.has("errors")) {
                List<JsonNode> values = place.values(answer, "a");
                List<String> given = cursors.computeIfAbsent(order(arguments), order -> new ArrayList<>());
                values.forEach(value -> given.addAll(value.findValuesAsText("cursor")));
                family.add(new Member(arguments, values));
            }
            Arguments base = family.isEmpty() ? chance.next() : family.get(0).arguments;
            arguments = chance.varied(base, cursors.getOrDefault(order(base), List.of()));
        }
        return family;
    }

    private static Object order(Arguments arguments) {
        return String.valueOf(arguments.values().get("orderBy"));
    }

    private void assertSameAsSeparate(Place place, List<Member> members, String how) {
        String document = place.document(members.stream().map(Member::arguments).toList());
        JsonNode answer = ask(document);
        assertFalse(answer.has("errors"), () -> "seed %d, %s: %s%n%s".formatted(SEED, how, document, answer));
        for (int i = 0; i < members.size(); i++) {
            String alias = ALIASES.get(i);
            List<JsonNode> alone = members.get(i).answer;
            assertEquals(
                    alone,
                    place.values(answer, alias),
                    () -> "seed %d, %s, alias %s: %s".formatted(SEED, how, alias, document));
            cases++;
            differing += alone.equals(members.get((i + 1) % members.size()).answer) ? 0 : 1;
        }
    }

    private JsonNode ask(String document) {
        try {
            HttpRequest request = HttpRequest.newBuilder(graphql)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/graphql-response+json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("query", document))))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new IllegalStateException(document, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns all objects of the list, with the number of rows of the field. */
    private List<Parent> parents(Field field, String list) {
        String rows = field.isConnection() ? "list: " + field.definition().getName() + " { totalCount }" : "";
        List<Parent> parents = new ArrayList<>();
        String after = "";
        for (JsonNode page = null;
                page == null || page.at("/pageInfo/hasNextPage").asBoolean(); ) {
            page =
                    ask("{ list: %s(first: 100%s) { edges { cursor node { id %s } } pageInfo { hasNextPage endCursor } } }"
                                    .formatted(list, after, rows))
                            .at("/data/list");
            page.get("edges")
                    .forEach(edge -> parents.add(new Parent(
                            edge.at("/node/id").asText(),
                            edge.get("cursor").asText(),
                            edge.at("/node/list/totalCount").asInt())));
            after = ", after: \"" + page.at("/pageInfo/endCursor").asText() + "\"";
        }
        return parents;
    }

    private List<String> someIds() {
        return ask("{ missions(first: 5) { nodes { id } } nations(first: 5) { nodes { id } } }")
                .findValuesAsText("id");
    }

    private static List<String> ids(List<Parent> parents) {
        return parents.stream().map(Parent::id).toList();
    }

    /** H2 treats subqueries as equal if they differ only in such parameters. */
    private static void assertComparedByH2(String sql) {
        assertFalse(sql.startsWith("with "), () -> "H2 does not compare all parameters of WITH: " + sql);
        NOT_COMPARED.matcher(sql).results().forEach(found -> {
            String before = sql.substring(0, found.start());
            long open = before.chars().filter(c -> c == '(').count()
                    - before.chars().filter(c -> c == ')').count();
            assertEquals(0, open, () -> "write the number itself, for H2 does not compare this parameter: " + sql);
        });
    }

    private record Parent(String id, String cursor, int rows) {}

    /** Arguments and the response of a separate query: the values of the field for each parent. */
    private record Member(Arguments arguments, List<JsonNode> answer) {}

    /**
     * A position of a field: in the query type, in one parent or in several.
     *
     * @param selection the selection set of the field
     * @param around the document around the field
     * @param path the path of the parent in the response
     * @param ids values for arguments
     */
    private record Place(Field field, String selection, String around, String path, List<String> ids) {

        String document(List<Arguments> arguments) {
            return around.replace(
                    "%s",
                    IntStream.range(0, arguments.size())
                            .mapToObj(i ->
                                    ALIASES.get(i) + ": " + field.definition().getName()
                                            + arguments.get(i).literal() + selection)
                            .collect(Collectors.joining(" ")));
        }

        List<JsonNode> values(JsonNode answer, String alias) {
            JsonNode found = answer.at("/data" + path);
            return StreamSupport.stream((found.isArray() ? found : List.of(found)).spliterator(), false)
                    .map(parent -> parent.path(alias))
                    .toList();
        }
    }
}
