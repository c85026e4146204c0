package org.bluehelmets.testsupport;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks the service over HTTP, as any client would. */
public final class Client {

    private static final Path OPERATIONS = Path.of("src/test/resources/operations");

    private Client() {}

    /** The whole answer: data and errors. */
    public static JsonPath answer(String document, Map<String, ?> variables) {
        String answer = given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .contentType("application/graphql-response+json")
                .extract()
                .asString();
        return new JsonAnswer(answer);
    }

    /** The data of an answer without errors. */
    public static JsonPath data(String document, Map<String, ?> variables) {
        JsonPath answer = answer(document, variables);
        assertNull(answer.get("errors"), () -> "errors: " + answer.get("errors"));
        return answer.setRootPath("data");
    }

    public static JsonPath data(String document) {
        return data(document, Map.of());
    }

    /** The data that a stored operation gives. */
    public static JsonPath stored(String operation, Map<String, ?> variables) {
        return data(document(operation), variables);
    }

    public static JsonPath stored(String operation) {
        return stored(operation, Map.of());
    }

    /** The text of a stored operation, by its file's name without ending. */
    public static String document(String operation) {
        try {
            return Files.readString(OPERATIONS.resolve(operation + ".graphql"));
        } catch (IOException e) {
            throw new IllegalArgumentException("no stored operation " + operation, e);
        }
    }

    /** The names of the stored operations. */
    public static Stream<String> operations() throws IOException {
        try (Stream<Path> files = Files.list(OPERATIONS)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("\\.graphql$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The one error of an answer. */
    public static Map<String, Object> error(String document, Map<String, ?> variables) {
        List<Map<String, Object>> errors = answer(document, variables).getList("errors");
        assertEquals(1, errors == null ? 0 : errors.size(), () -> "errors: " + errors);
        return errors.get(0);
    }

    public static Map<String, Object> error(String document) {
        return error(document, Map.of());
    }

    /** The code of an error. */
    public static Object code(Map<String, Object> error) {
        return ((Map<?, ?>) error.get("extensions")).get("code");
    }
}
