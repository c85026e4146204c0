package org.bluehelmets.mutation;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.testsupport.Client.data;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluehelmets.testsupport.ExternalServices;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Provider;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the authorization of each mutation and subscription for each kind of client. */
@QuarkusTest
@TestProfile(ExternalServices.class)
class RightsTest {

    private static final String FIELDS = """
            query ($type: String!) { __type(name: $type) { fields {
              name
              args { name type { kind ofType { kind name } } }
            } } }""";

    /** A client with its credentials, and the expected status and error code of an invalid mutation. */
    enum Client {
        ANONYMOUS(null, 401, "UNAUTHENTICATED"),
        EMPTY_TOKEN("Bearer ", 401, "UNAUTHENTICATED"),
        WRONG_TOKEN("Bearer nonsense", 401, "UNAUTHENTICATED"),
        PASSWORD("Basic ZWRpdG9yOmVkaXRvcg==", 401, "UNAUTHENTICATED"),
        OTHER_PROVIDER("Bearer " + Provider.OTHER.token("eva", "editor"), 401, "UNAUTHENTICATED"),
        OTHER_ISSUER(
                "Bearer " + Provider.TRUSTED.issuedBy("https://elsewhere.example", "eva", "editor"),
                401,
                "UNAUTHENTICATED"),
        EXPIRED("Bearer " + Provider.TRUSTED.expired("eva", "editor"), 401, "UNAUTHENTICATED"),
        UNSIGNED("Bearer " + Provider.unsigned("eva", "editor"), 401, "UNAUTHENTICATED"),
        READER("Bearer " + Provider.TRUSTED.token("rudi"), 403, "FORBIDDEN"),
        OTHER_ROLE("Bearer " + Provider.TRUSTED.token("rudi", "Editor", "admin"), 403, "FORBIDDEN"),
        EDITOR("Bearer " + Provider.TRUSTED.token("eva", "editor"), 400, "BAD_USER_INPUT"),
        EDITOR_TOKEN("Bearer " + OwnDatabase.TOKEN, 400, "BAD_USER_INPUT");

        private final String authorization;
        private final int status;
        private final String code;

        Client(String authorization, int status, String code) {
            this.authorization = authorization;
            this.status = status;
            this.code = code;
        }

        private RequestSpecification request() {
            RequestSpecification request =
                    given().contentType("application/json").accept("application/graphql-response+json");
            return authorization == null ? request : request.header("Authorization", authorization);
        }

        private Response post(String document) {
            return request().body(Map.of("query", document)).post("/graphql");
        }
    }

    private static List<Map<String, Object>> fields(String type) {
        return data(FIELDS, Map.of("type", type)).getList("__type.fields");
    }

    /** Returns a mutation without variables. The server checks the authorization before the variables. */
    private static String mutation(Map<String, Object> field) {
        String arguments = ((List<Map<String, Object>>) field.get("args"))
                .stream()
                        .map(argument -> argument.get("name") + ": $" + argument.get("name"))
                        .collect(Collectors.joining(", "));
        String variables = ((List<Map<String, Object>>) field.get("args"))
                .stream()
                        .map(argument -> "$%s: %s!"
                                .formatted(
                                        argument.get("name"),
                                        ((Map<?, ?>) ((Map<?, ?>) argument.get("type")).get("ofType")).get("name")))
                        .collect(Collectors.joining(", "));
        return "mutation (%s) { %s(%s) { userErrors { code } } }".formatted(variables, field.get("name"), arguments);
    }

    @ParameterizedTest
    @EnumSource
    void authorizesEachMutation(Client client) {
        List<Map<String, Object>> fields = fields("Mutation");
        assertTrue(fields.size() >= 8);
        for (Map<String, Object> field : fields) {
            Response response = client.post(mutation(field));
            assertEquals(client.status, response.statusCode(), () -> client + " " + field.get("name"));
            assertEquals(client.code, response.jsonPath().get("errors[0].extensions.code"));
            String challenge = response.header("WWW-Authenticate");
            assertEquals(client.status == 401, challenge != null && challenge.startsWith("Bearer"));
            assertNull(response.jsonPath().get("data"));
        }
    }

    /** Over WebSocket, clients send their credentials in connection_init. */
    @ParameterizedTest
    @EnumSource
    void authorizesEachMutationOverWebSocket(Client client) {
        try (LiveClient connection = LiveClient.connect().initialised(client.authorization)) {
            for (Map<String, Object> field : fields("Mutation")) {
                connection.subscribe("m", mutation(field), Map.of());
                assertEquals(client.code, connection.nextError("m"), () -> client + " " + field.get("name"));
            }
        }
    }

    /** Subscriptions need the same rights as queries. */
    @ParameterizedTest
    @EnumSource
    void allowsEachSubscription(Client client) {
        try (LiveClient connection = LiveClient.connect().initialised(client.authorization)) {
            int subscriptions = 0;
            for (Map<String, Object> field : fields("Subscription")) {
                connection.subscribe(
                        "s" + subscriptions,
                        "subscription { %s { __typename } }".formatted(field.get("name")),
                        Map.of());
                LiveClient.awaitUnderWay(++subscriptions);
            }
            connection.assertNothingMore();
        }
        LiveClient.awaitUnderWay(0);
    }

    @ParameterizedTest
    @EnumSource
    void allowsQueriesOfAllClients(Client client) {
        Response response = client.post("{ nation(code: \"KAZ\") { name } }");
        assertEquals(200, response.statusCode());
        assertEquals("Kazakhstan", response.jsonPath().get("data.nation.name"));
    }

    @Test
    void rejectsMutationByGet() {
        Client.EDITOR
                .request()
                .queryParam(
                        "query",
                        "mutation { sourceAdd(input: {key: \"t-get\", title: \"T\", publisher: \"P\"}) { userErrors { code } } }")
                .get("/graphql")
                .then()
                .statusCode(405);
        assertNull(data("{ source(key: \"t-get\") { key } }").get("source"));
    }

    @Test
    void historyContainsUserNameOfToken() {
        String document = """
                mutation {
                  sourceAdd(input: { key: "t-rights", title: "T", publisher: "P" }) { source { key } }
                  personnelCountRecord(input: { source: "t-rights", category: ALL, total: 1, status: PLANNED, asOf: "2030" }) {
                    personnelCount { history { changedBy } }
                  }
                }""";
        try {
            assertEquals(
                    "eva",
                    Client.EDITOR
                            .post(document)
                            .jsonPath()
                            .get("data.personnelCountRecord.personnelCount.history[0].changedBy"));
        } finally {
            new Rows().clearCurated();
        }
    }

    /** The history uses this name for imports, and a later import may overwrite its values. */
    @Test
    void rejectsUserNameOfImports() {
        given().header("Authorization", "Bearer " + Provider.TRUSTED.token("import", "editor"))
                .contentType("application/json")
                .body(
                        Map.of(
                                "query",
                                "mutation { sourceAdd(input: {key: \"t-x\", title: \"T\", publisher: \"P\"}) { userErrors { code } } }"))
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void importNeedsRoleEditor() {
        given().header("Authorization", Client.READER.authorization)
                .body("")
                .post("/imports/contributions")
                .then()
                .statusCode(403);
        given().header("Authorization", Client.EDITOR.authorization)
                .body("nothing")
                .post("/imports/contributions")
                .then()
                .statusCode(400)
                .body(containsString("error"));
    }

    @Test
    void backupNeedsRoleOperator() {
        String operator = "Bearer " + Provider.TRUSTED.token("olga", "operator");
        given().header("Authorization", Client.EDITOR.authorization)
                .get("/backup")
                .then()
                .statusCode(403);
        given().header("Authorization", Client.EDITOR.authorization)
                .body("nothing")
                .put("/backup")
                .then()
                .statusCode(403);
        given().header("Authorization", operator)
                .body("nothing")
                .put("/backup")
                .then()
                .statusCode(400);
    }
}
