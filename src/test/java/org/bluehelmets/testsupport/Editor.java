package org.bluehelmets.testsupport;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Changes data over HTTP, as an editor does, by the stored mutations. */
public final class Editor {

    private static final Path MUTATIONS = Path.of("src/test/resources/mutations");

    private Editor() {}

    /** The answer to a stored mutation, whatever it is. */
    public static Response response(RequestSpecification request, String mutation, Map<String, ?> variables) {
        return request.contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", document(mutation), "variables", variables))
                .post("/graphql");
    }

    /** The token of tests. */
    public static RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + OwnDatabase.TOKEN);
    }

    /** The payload of a stored mutation. */
    public static JsonPath payload(String mutation, Map<String, ?> variables) {
        JsonPath answer = new JsonAnswer(response(editor(), mutation, variables).asString());
        assertNull(answer.get("errors"), () -> "errors: " + answer.get("errors"));
        return answer.setRootPath("data." + Character.toLowerCase(mutation.charAt(0)) + mutation.substring(1));
    }

    /** The payload of a stored mutation that has gone well. */
    public static JsonPath done(String mutation, Map<String, ?> variables) {
        JsonPath payload = payload(mutation, variables);
        assertEquals(List.of(), payload.getList("userErrors"));
        return payload;
    }

    /** Corrects a figure of version 1, or the version that there is by then, until nobody else was first. */
    public static void correctInAnyCase(String id, int total) {
        int version = 1;
        JsonPath payload;
        do {
            payload = payload(
                    "PersonnelCountCorrect",
                    Map.of("id", id, "version", version, "input", Map.of("total", total, "reason", "a test")));
            version = payload.getInt("personnelCount.version");
        } while (!payload.getList("userErrors").isEmpty());
    }

    /** Adds a source, by a key that begins with t-. */
    public static void addSource(String key) {
        done("SourceAdd", Map.of("input", Map.of("key", key, "title", "A test", "publisher", "Tests")));
    }

    /** What was wrong with a mutation: each as its code and its path. */
    public static List<String> faults(String mutation, Map<String, ?> variables) {
        return payload(mutation, variables).<Map<String, Object>>getList("userErrors").stream()
                .map(error -> error.get("code") + " " + String.join(".", (List<String>) error.get("path")))
                .toList();
    }

    /** The text of a stored mutation. */
    public static String document(String mutation) {
        try {
            return Files.readString(MUTATIONS.resolve(mutation + ".graphql"));
        } catch (IOException e) {
            throw new IllegalArgumentException("no stored mutation " + mutation, e);
        }
    }
}
