package org.bluehelmets.observability;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Switched;
import org.junit.jupiter.api.Test;

/** The access log. */
@QuarkusTest
@TestProfile(Switched.class)
class AccessLogTest {

    @Test
    void logsRequest() throws IOException {
        int before = lines().size();
        byte[] answer = ask(Client.document("NationByCode"), null, Map.of("code", "KAZ"));

        List<String> lines = lines();
        assertEquals(before + 1, lines.size(), () -> String.join("\n", lines));
        String line = lines.get(before);
        assertTrue(
                line.matches("INFO access operation=NationByCode type=query outcome=ok status=200 durationMs=\\d+\\.\\d"
                        + " cost=[1-9]\\d* statements=[1-9]\\d* bytes=" + answer.length),
                line);
    }

    @Test
    void logsNoTextFromClient() throws IOException {
        int before = lines().size();
        String document = "query A { nation(code: \"SECRET1\") { SECRET2: code } }";
        for (String name : new String[] {"SECRET3\nINFO access operation=B", "SECRET3", null}) {
            ask(document, name, Map.of("SECRET4", "SECRET5"));
        }
        ask("{ SECRET6 }", null, Map.of());
        given().contentType("text/SECRET7").body("SECRET8").post("/graphql");

        List<String> lines = lines().subList(before, lines().size());
        List<String> begins = List.of(
                "operation=unknown type=unknown outcome=OPERATION_RESOLUTION_FAILURE status=200 ",
                "operation=unknown type=unknown outcome=OPERATION_RESOLUTION_FAILURE status=200 ",
                "operation=A type=query outcome=ok status=200 ",
                "operation=unknown type=unknown outcome=GRAPHQL_VALIDATION_FAILED status=200 ",
                "operation=unknown type=unknown outcome=BAD_REQUEST status=415 ");
        assertEquals(begins.size(), lines.size(), () -> String.join("\n", lines));
        for (int i = 0; i < begins.size(); i++) {
            String line = lines.get(i);
            assertTrue(line.startsWith("INFO access " + begins.get(i)), line);
            assertFalse(line.contains("SECRET"), line);
        }
    }

    private static byte[] ask(String document, String operationName, Map<String, ?> variables) {
        Map<String, Object> body = new HashMap<>(Map.of("query", document, "variables", variables));
        body.put("operationName", operationName);
        return given().contentType("application/json")
                .header("Authorization", "Bearer SECRET0")
                .header("Accept-Encoding", "identity")
                .body(body)
                .post("/graphql")
                .asByteArray();
    }

    private static List<String> lines() throws IOException {
        return Files.exists(Switched.ACCESS_LOG) ? Files.readAllLines(Switched.ACCESS_LOG) : List.of();
    }
}
