package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.bluehelmets.http.PersistedDocumentStoreTest.persisted;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.Map;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Hashes;
import org.junit.jupiter.api.Test;

/** The server can be configured to execute trusted documents only. */
@QuarkusTest
@TestProfile(TrustedDocumentsTest.StoredOperationsOnly.class)
class TrustedDocumentsTest {

    public static class StoredOperationsOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "bluehelmets.documents.directory",
                    Path.of("src/test/resources/operations").toAbsolutePath().toString(),
                    "bluehelmets.documents.trusted-only",
                    "true");
        }
    }

    private static final String TRUSTED = Client.document("NationByCode");
    private static final String UNTRUSTED = "{ __typename }";
    private static final Map<String, String> KAZ = Map.of("code", "KAZ");

    @Test
    void executesTrustedDocumentByText() {
        ask(Map.of("query", TRUSTED, "variables", KAZ)).statusCode(200).body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void executesTrustedDocumentById() {
        String id = "sha256:" + Hashes.sha256(TRUSTED);
        ask(Map.of("documentId", id, "variables", KAZ)).statusCode(200).body("data.nation.code", equalTo("KAZ"));
        given().queryParam("documentId", id)
                .queryParam("variables", "{\"code\": \"KAZ\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.nation.code", equalTo("KAZ"));
    }

    @Test
    void executesTrustedDocumentByHash() {
        // the missing variable shows that the document was found
        persisted(null, Hashes.sha256(TRUSTED)).body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void rejectsOtherDocumentsAndDoesNotRegisterThem() {
        ask(Map.of("query", UNTRUSTED))
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_TRUSTED"));
        for (String sent : new String[] {UNTRUSTED, null}) {
            persisted(sent, Hashes.sha256(UNTRUSTED))
                    .statusCode(403)
                    .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_TRUSTED"));
        }
    }

    @Test
    void rejectsUnknownId() {
        for (String id : new String[] {"sha256:" + "0".repeat(64), "x"}) {
            ask(Map.of("documentId", id))
                    .statusCode(400)
                    .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        }
    }

    private static ValidatableResponse ask(Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then();
    }
}
