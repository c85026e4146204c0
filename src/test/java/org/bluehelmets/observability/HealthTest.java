package org.bluehelmets.observability;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The health checks. */
@QuarkusTest
class HealthTest {

    @Test
    void isLive() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void isReadyWithDatabaseAndData() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.findAll { it.status == 'UP' }.name", hasItem("Data is loaded"))
                .body("checks.findAll { it.status == 'UP' }.name", hasItem("Database connections health check"));
    }
}
