package org.bluehelmets.mutation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.bluehelmets.testsupport.LiveClient;
import org.bluehelmets.testsupport.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a service with bluehelmets.auth.required=true. */
@QuarkusTest
@TestProfile(Provider.Closed.class)
class ClosedReadingTest {

    private static final String QUERY = "/graphql?query=%7Bnation(code:%22KAZ%22)%7Bname%7D%7D";

    private static RequestSpecification reader() {
        return given().header("Authorization", "Bearer " + Provider.TRUSTED.token("rudi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {QUERY, "/exports/contributions.csv", "/exports;a=b/contributions.csv"})
    void rejectsGetWithoutValidCredentials(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer nonsense")
                .get(path)
                .then()
                .statusCode(401);
    }

    @Test
    void rejectsPostWithoutCredentials() {
        given().contentType("application/json")
                .body("{\"query\": \"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
        given().get("/graphql/schema.graphql").then().statusCode(404);
    }

    /** A shared cache must not store the responses. */
    @Test
    void responsesToReadersArePrivate() {
        reader().urlEncodingEnabled(false)
                .get(QUERY)
                .then()
                .statusCode(200)
                .body("data.nation.name", equalTo("Kazakhstan"))
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void healthNeedsNoCredentials() {
        given().get("/q/health/live").then().statusCode(200);
    }

    /** A connection accepts operations only after connection_init with valid credentials. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer nonsense", "Basic ZWRpdG9yOmVkaXRvcg=="})
    void rejectsWebSocketWithoutValidCredentials(String authorization) {
        try (LiveClient client = LiveClient.connect()) {
            client.initialise(authorization);
            assertEquals(4403, client.closing().code());
        }
        try (LiveClient client = LiveClient.connect()) {
            client.subscribe("s", "subscription { personnelCountChanged { id } }", Map.of());
            assertEquals(4401, client.closing().code());
        }
    }

    @Test
    void acceptsCredentialsInPayloadOrHeader() {
        String authorization = "Bearer " + Provider.TRUSTED.token("rudi");
        try (LiveClient payload = LiveClient.connect().initialised(authorization);
                LiveClient header = LiveClient.withHeader(authorization).initialised(null)) {
            payload.listen("s", "PersonnelCountChanged", Map.of());
            header.listen("s", "PersonnelCountChanged", Map.of());
        }
        LiveClient.awaitUnderWay(0);
    }

    @Test
    void closesConnectionWhenTokenExpires() {
        String authorization = "Bearer " + Provider.TRUSTED.shortLived("rudi", Duration.ofSeconds(4));
        try (LiveClient client = LiveClient.connect().initialised(authorization)) {
            assertEquals(4403, client.closing().code());
        }
    }
}
