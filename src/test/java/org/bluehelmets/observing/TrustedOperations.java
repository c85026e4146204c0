package org.bluehelmets.observing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** The stored operations are trusted, and any others are executed too. */
public class TrustedOperations implements QuarkusTestProfile {

    static final Map<String, String> SETTINGS = Map.of(
            "bluehelmets.documents.directory",
            Path.of("src/test/resources/operations").toAbsolutePath().toString());

    @Override
    public Map<String, String> getConfigOverrides() {
        return SETTINGS;
    }
}
