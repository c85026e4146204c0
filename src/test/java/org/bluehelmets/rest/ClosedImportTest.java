package org.bluehelmets.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bluehelmets.execution.ConfigurationException;
import org.bluehelmets.security.EditorConfig;
import org.bluehelmets.security.StaticTokenMechanism;
import org.bluehelmets.testsupport.Contributions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports without configured credentials, and invalid configurations of credentials. */
@QuarkusTest
public class ClosedImportTest {

    private record Config(Optional<String> token, Optional<Path> tokenFile) implements EditorConfig {}

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer null", "Bearer editor", "Bearer a token for tests only"})
    void rejectsAllCredentials(String header) {
        given().header("Authorization", header)
                .body(Contributions.file()
                        .row("KAZ", "UNIFIL", "Troops", 1, 1, "2019-09-30")
                        .text())
                .post("/imports/contributions")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        assertEquals(0, Contributions.exported().size());
    }

    @Test
    void rejectsShortToken() {
        Config config = new Config(Optional.of("secret"), Optional.empty());

        assertTrue(assertThrows(ConfigurationException.class, () -> new StaticTokenMechanism(config))
                .getMessage()
                .contains("must have at least 16 characters, but has 6."));
    }

    @Test
    void rejectsMissingTokenFile() {
        Config config = new Config(Optional.empty(), Optional.of(directory.resolve("none")));

        assertTrue(assertThrows(ConfigurationException.class, () -> new StaticTokenMechanism(config))
                .getMessage()
                .contains("Could not read the editor's token from " + directory.resolve("none")));
    }

    @Test
    void stripsToken() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), " 0123456789abcde \n");
        Config config = new Config(Optional.empty(), Optional.of(file));

        assertThrows(ConfigurationException.class, () -> new StaticTokenMechanism(config));
    }
}
