package org.bluehelmets.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.bluehelmets.testsupport.Switched;
import org.junit.jupiter.api.Test;

/** The settings of Quarkus that the documentation mentions. */
@QuarkusTest
@TestProfile(Switched.class)
class SwitchesTest {

    @Test
    void allowsConfiguredOrigin() {
        preflight(Switched.FRIEND).statusCode(200).header("Access-Control-Allow-Origin", equalTo(Switched.FRIEND));
    }

    @Test
    void rejectsOtherOrigins() {
        preflight("https://example.com").header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then();
    }

    @Test
    void disablesGraphiql() {
        given().get("/graphiql/").then().statusCode(404);
    }
}
