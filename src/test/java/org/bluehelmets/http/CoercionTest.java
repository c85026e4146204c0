package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluehelmets.testsupport.InputPlaces;
import org.bluehelmets.testsupport.InputPlaces.Place;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.RandomQueries;
import org.bluehelmets.testsupport.RawConnection;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Invalid values are client errors that name the variable or argument. The tests cover every input of the schema: null, absent
 * values and wrong types, as literals and variables, with and without defaults, over POST, GET and WebSocket.
 */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CoercionTest {

    /** Only editors see the errors of mutations. */
    private static final String EDITOR = "Bearer " + OwnDatabase.TOKEN;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 60_000;

    /** The allowed error codes. */
    private static final Set<String> CODES = Set.of(
            "BAD_USER_INPUT",
            "GRAPHQL_VALIDATION_FAILED",
            "UNAUTHENTICATED",
            // a subscription over HTTP
            "BAD_REQUEST");

    private static final List<Object> MISFITS =
            Arrays.asList(true, 5, 1e30, "nope", List.of(), List.of(List.of()), Map.of("nope", 1), Map.of());

    private static final List<String> MISFIT_LITERALS =
            List.of("true", "5", "1e30", "\"nope\"", "NOPE", "[[]]", "{nope: 1}");

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final List<String> failures = new ArrayList<>();
    private RawConnection http;
    private LiveClient live;
    private int requests;

    /** Some mutations succeed. */
    @AfterEach
    void clear() {
        Rows rows = new Rows();
        rows.clearCurated();
        rows.update("delete from source where natural_key = 'kaz'");
    }

    @Test
    void namesTheVariableOrArgumentOfEveryInvalidValue() throws Exception {
        try (RawConnection connection = new RawConnection(endpoint.getHost(), endpoint.getPort(), PATIENCE_MILLIS);
                LiveClient client = LiveClient.withHeader(EDITOR).initialised(null)) {
            http = connection;
            live = client;
            for (Place place : InputPlaces.of(RandomQueries.schema())) {
                literals(place);
                variables(place);
            }
        }
        System.out.println(requests + " requests");
        assertTrue(requests > 1_000, "only " + requests + " requests");
        assertEquals(List.of(), failures);
    }

    private void literals(Place place) throws IOException {
        check(place, place.document("null"), Map.of(), place.isNonNull() ? place.argument() : null, false);
        // one kind of literal for each place
        String literal = MISFIT_LITERALS.get(Math.floorMod(place.coordinate().hashCode(), MISFIT_LITERALS.size()));
        check(place, place.document(literal), Map.of(), null, false);
    }

    private void variables(Place place) throws IOException {
        Map<String, Object> none = Map.of();
        Map<String, Object> nothing = Collections.singletonMap("x", null);
        String declared = place.document(place.typeName(), null);
        check(place, declared, none, place.isNonNull() ? "$x" : null, false);
        check(place, declared, nothing, place.isNonNull() ? "$x" : null, false);
        String withDefault = place.document(place.nullableTypeName(), place.example());
        check(place, withDefault, none, null, true);
        check(place, withDefault, nothing, place.isNonNull() ? "$x" : null, false);
        for (int i = 0; i < 2; i++) {
            Object misfit = MISFITS.get(Math.floorMod(place.coordinate().hashCode() / 7 + 3 * i, MISFITS.size()));
            check(place, declared, Map.of("x", misfit), null, false);
        }
    }

    /**
     * @param named what the message must contain; null if the request may be valid
     * @param fits whether the value has the right type
     */
    private void check(Place place, String document, Map<String, Object> variables, String named, boolean fits)
            throws IOException {
        JsonPath answer = answer(place, document, variables);
        List<Map<String, Object>> errors = answer.getList("errors");
        String problem = null;
        if (errors == null) {
            problem = named == null ? null : "is accepted";
        } else {
            for (Map<String, Object> error : errors) {
                String code = ((Map<?, ?>) error.get("extensions")).get("code").toString();
                String message = error.get("message").toString();
                boolean coercion = code.equals("BAD_USER_INPUT") && error.get("path") == null;
                boolean isNamed = message.contains("$x") || message.contains("'" + place.argument());
                if (!CODES.contains(code) || message.contains("Exception") || message.contains("Value{")) {
                    problem = "fails inside";
                } else if (coercion && !isNamed) {
                    problem = "is refused without a name";
                } else if (coercion && fits) {
                    problem = "is refused";
                }
            }
            if (named != null && !errors.get(0).get("message").toString().contains(named)) {
                problem = "does not name " + named;
            }
        }
        if (problem != null) {
            failures.add(place.coordinate() + " " + problem + ": " + document + " " + variables + " " + answer.get(""));
        }
    }

    private JsonPath answer(Place place, String document, Map<String, Object> variables) throws IOException {
        int turn = requests++ % 5;
        if (turn == 1 && !place.operation().equals("subscription")) {
            return overWebSocket(document, variables);
        }
        byte[] request = turn == 2 && place.operation().equals("query")
                ? RawConnection.request(
                        "GET",
                        "/graphql?query=" + encoded(document) + "&variables=" + encoded(json(variables)),
                        List.of(),
                        new byte[0])
                : RawConnection.request(
                        "POST",
                        "/graphql",
                        List.of("Content-Type: application/json", "Authorization: " + EDITOR),
                        JSON.writeValueAsBytes(Map.of("query", document, "variables", variables)));
        RawConnection.Answer answer = http.send(request);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() >= 500) {
            failures.add("status " + answer.status() + " to " + document + " " + variables);
        }
        return new JsonPath(body);
    }

    private JsonPath overWebSocket(String document, Map<String, Object> variables) {
        String id = Integer.toString(requests);
        live.subscribe(id, document, variables);
        JsonPath message = live.next();
        assertEquals(id, message.getString("id"), message::prettify);
        if (message.getString("type").equals("error")) {
            return new JsonPath(json(Map.of("errors", message.getList("payload"))));
        }
        assertEquals("complete", live.next().getString("type"));
        return new JsonPath(json(message.getMap("payload")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            query ($x: Boolean = true) { __typename @skip(if: $x) }                                     | @skip.if has the type 'Boolean!'
            query ($x: Boolean = true) { ...F @include(if: $x) } fragment F on Query { __typename }     | @include.if has the type 'Boolean!'
            query ($x: String = "Nation") { __type(name: $x) { name } }                                 | name has the type 'String!'
            query ($x: String = "KAZ") { nation(code: $x) { code } }                                    | code has the type 'String!'
            query ($x: Int = 5) { personnelCounts(filter: {total: {in: [1, $x]}}) { totalCount } }      | filter.total.in[1] has the type 'Int!'
            query ($x: NationFilter = {}) { nations(filter: {and: [$x]}) { totalCount } }               | filter.and[0] has the type 'NationFilter!'
            query ($x: NationOrderField = CODE) { nations(orderBy: [{field: $x}]) { totalCount } }      | orderBy[0].field has the type 'NationOrderField!'
            query ($x: NationOrderField = CODE) { nations(orderBy: {field: $x}) { totalCount } }        | orderBy.field has the type 'NationOrderField!'
            """)
    void rejectsNullForVariableWithDefault(String document, String message) {
        Map<String, Object> error = error(document, Collections.singletonMap("x", null));
        assertEquals("Variable '$x' must not be null, because " + message, error.get("message"));
        assertEquals(Map.of("code", "BAD_USER_INPUT"), error.get("extensions"));
        assertEquals(1, ((List<?>) error.get("locations")).size());
    }

    @Test
    void allowsNullIfFieldIsExcluded() {
        given().contentType("application/json")
                .body("""
                        {"query": "query ($x: String = \\"KAZ\\", $all: Boolean = false) {
                        __typename nation(code: $x) @include(if: $all) { code } }", "variables": {"x": null}}
                        """.replace("\n", " "))
                .post("/graphql")
                .then()
                .body(org.hamcrest.Matchers.equalTo("{\"data\":{\"__typename\":\"Query\"}}"));
    }

    @Test
    void reportsAllInvalidVariables() {
        JsonPath answer = org.bluehelmets.testsupport.Client.answer(
                "query ($a: Int, $b: Boolean!, $f: NationFilter) { nations(first: $a, filter: $f) { totalCount @skip(if: $b) } }",
                Map.of("a", "x", "f", Map.of("nope", 1)));
        assertEquals(
                List.of(
                        "Invalid value of variable '$a': Expected a value that can be converted to type 'Int'",
                        "Invalid value of variable '$b': coerced Null value for NonNull type 'Boolean!'",
                        "Invalid value of variable '$f': The variables input contains a field name 'nope' that is not"
                                + " defined for input object type 'NationFilter'"),
                answer.getList("errors.message"));
    }
}
