package org.bluehelmets.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bluehelmets.model.GlobalId;

/** What clients of all kinds send: good ones, impatient ones, greedy ones and broken ones. For one thread. */
public final class SoakRequests {

    /** What a client is after. */
    public enum Kind {
        /** An operation that is stored, whole. */
        STORED,
        /** The same, with the connection reset before the answer has come. */
        ABORTED,
        /** Deeper, wider, longer or costlier than is allowed. */
        GREEDY,
        /** A filter like no other. */
        FILTER,
        /** A document like no other. */
        DOCUMENT,
        /** A document like no other, to be remembered under its hash. */
        PERSISTED,
        /** What {@link MalformedRequests} makes. */
        MALFORMED
    }

    private static final List<String> HEADERS = List.of("Content-Type: application/json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, Object>> VARIABLES = Map.of(
            "BattalionTree", Map.of("name", "IndKazBat"),
            "MissionProfile", Map.of("acronym", "UNIFIL"),
            "NationByCode", Map.of("code", "KAZ"),
            "NodeById", Map.of("id", GlobalId.of("Nation", "KAZ")),
            "Search", Map.of("text", "kaz"),
            "SourceCounts", Map.of("key", "astana-times-2018"),
            "StrengthSeries", Map.of("nation", "KAZ"));

    private final Random random;
    private final List<byte[]> stored;
    private final MalformedRequests malformed = new MalformedRequests();

    public SoakRequests(long seed) throws IOException {
        random = new Random(seed);
        stored = List.copyOf(stored().values());
    }

    /** A request for each stored operation, by its name. */
    public static Map<String, byte[]> stored() throws IOException {
        Map<String, byte[]> requests = new LinkedHashMap<>();
        Client.operations()
                .forEach(name -> requests.put(
                        name, post(Client.document(name), VARIABLES.getOrDefault(name, Map.of()), Map.of())));
        return requests;
    }

    /** Of a hundred requests 75 are good and 10 are aborted, 10 abuse the service in one way or another, 5 are broken. */
    public Kind kind() {
        int die = random.nextInt(100);
        if (die < 75) {
            return Kind.STORED;
        }
        if (die < 85) {
            return Kind.ABORTED;
        }
        return die < 88
                ? Kind.GREEDY
                : die < 92 ? Kind.FILTER : die < 94 ? Kind.DOCUMENT : die < 95 ? Kind.PERSISTED : Kind.MALFORMED;
    }

    public byte[] request(Kind kind) {
        return switch (kind) {
            case STORED, ABORTED -> stored.get(random.nextInt(stored.size()));
            case GREEDY -> post(greedy(), Map.of(), Map.of());
            case FILTER ->
                post(
                        "query ($f: PersonnelCountFilter) { personnelCounts(filter: $f, first: 2) { nodes { id } } "
                                + (random.nextBoolean()
                                        ? ""
                                        : "missions(first: %d) { nodes { personnelCounts(filter: $f, first: 2) { totalCount } } } "
                                                .formatted(1 + random.nextInt(20)))
                                + "}",
                        Map.of("f", filter(2 + random.nextInt(random.nextInt(10) == 0 ? 20 : 4))),
                        Map.of());
            case DOCUMENT -> post(document(), Map.of(), Map.of());
            case PERSISTED -> {
                String document = document();
                Map<String, Object> persisted = Map.of("version", 1, "sha256Hash", Hashes.sha256(document));
                yield post(document, Map.of(), Map.of("persistedQuery", persisted));
            }
            case MALFORMED -> malformed.request(random.nextLong()).bytes();
        };
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private String greedy() {
        return switch (random.nextInt(6)) {
            case 0 ->
                "{ nation(code: \"KAZ\") { battalions { nodes " + "{ parent ".repeat(100) + "{ id }" + " }".repeat(102)
                        + " }";
            case 1 ->
                "{ nations(first: 100) { nodes { personnelCounts(first: 100) { nodes { nation { missions(first: 100) "
                        + "{ nodes { name } } } } } } } }";
            case 2 ->
                "{ "
                        + IntStream.range(0, 500)
                                .mapToObj(i -> "a" + i + ": nations { totalCount } ")
                                .reduce("", String::concat)
                        + "}";
            case 3 -> "{ personnelCounts(first: 1000000) { nodes { id } } }";
            case 4 -> "{ nations(filter: " + "{not: ".repeat(200) + "{}" + "}".repeat(200) + ") { totalCount } }";
            default ->
                "{ nations(first: 100) { nodes { personnelCounts(first: 100) { totalCount nodes { id note } } "
                        + "strengthSeries { total } } } }";
        };
    }

    /** With comments of up to a few kilobytes, so that caches of text and of what is made of it are flushed. */
    private String document() {
        return "{ a%d: nation(code: \"KAZ\") { name missions(first: %d) { nodes { acronym } } } } # %s"
                .formatted(random.nextInt(1 << 30), 1 + random.nextInt(3), "x".repeat(random.nextInt(4_000)));
    }

    private Map<String, Object> filter(int depth) {
        if (depth == 0) {
            return condition();
        }
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("not", filter(depth - 1));
            case 1 -> Map.of("and", filters(depth - 1));
            default -> Map.of("or", filters(depth - 1));
        };
    }

    private List<Map<String, Object>> filters(int depth) {
        List<Map<String, Object>> filters = new ArrayList<>();
        // one long branch, and short ones beside it
        filters.add(filter(depth));
        for (int i = random.nextInt(3); i > 0; i--) {
            filters.add(filter(Math.min(depth, random.nextInt(2))));
        }
        return filters;
    }

    private Map<String, Object> condition() {
        return switch (random.nextInt(7)) {
            case 0 -> Map.of("total", Map.of("gte", random.nextInt(5_000)));
            case 1 -> Map.of("women", Map.of("isNull", random.nextBoolean()));
            case 2 -> Map.of("category", Map.of("in", List.of("TROOPS", "ALL").subList(0, 1 + random.nextInt(2))));
            case 3 ->
                Map.of(
                        "nation",
                        Map.of("code", Map.of("in", List.of("KAZ", "IND", "NPL").subList(0, random.nextInt(4)))));
            case 4 -> Map.of("mission", Map.of("acronym", Map.of("contains", "UN"), "active", Map.of("eq", true)));
            case 5 -> Map.of("asOf", Map.of("lt", "2020-01-01", "gte", "2016-01-01"));
            default -> Map.of("source", Map.of("key", Map.of("ne", "x"), "kind", Map.of("eq", "DATASET")));
        };
    }

    private static byte[] post(String document, Map<String, Object> variables, Map<String, Object> extensions) {
        Map<String, Object> body = new HashMap<>(Map.of("query", document, "variables", variables));
        if (!extensions.isEmpty()) {
            body.put("extensions", extensions);
        }
        try {
            return RawConnection.request("POST", "/graphql", HEADERS, JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
