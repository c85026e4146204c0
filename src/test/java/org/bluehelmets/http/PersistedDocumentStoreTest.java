package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.bluehelmets.testsupport.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic persisted queries. */
@QuarkusTest
class PersistedDocumentStoreTest {

    private static final String KAZ = "query Kaz { nation(code: \"KAZ\") { code } }";

    @Test
    void registersDocument() {
        String document = KAZ + " # once";
        String hash = Hashes.sha256(document);
        persisted(null, hash)
                .statusCode(200)
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        persisted(document, hash).statusCode(200).body("data.nation.code", equalTo("KAZ"));
        persisted(null, hash).statusCode(200).body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void registersDocumentByGet() {
        String document = KAZ + " # by GET";
        String extensions =
                "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}".formatted(Hashes.sha256(document));
        given().queryParam("extensions", extensions)
                .get("/graphql")
                .then()
                .body("errors[0].message", equalTo("PersistedQueryNotFound"));
        given().queryParam("query", document)
                .queryParam("extensions", extensions)
                .get("/graphql")
                .then()
                .body("data.nation.code", equalTo("KAZ"));
        given().queryParam("extensions", extensions).get("/graphql").then().body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void rejectsDocumentWithWrongHash() {
        String hash = Hashes.sha256(KAZ + " # of another");
        persisted(KAZ, hash).statusCode(400).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        persisted(null, hash).body("errors[0].message", equalTo("PersistedQueryNotFound"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"persistedQuery\": 5}",
                "{\"persistedQuery\": {}}",
                "{\"persistedQuery\": {\"version\": 1}}",
                "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": 5}}",
                "{\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"x\"}}"
            })
    void rejectsInvalidExtensions(String extensions) {
        given().contentType("application/json")
                .body("{\"extensions\": " + extensions + "}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    static ValidatableResponse persisted(String query, String hash) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", query);
        body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        return given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then();
    }
}
