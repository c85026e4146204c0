package org.bluehelmets.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** For tests that import: their rows are in nobody else's way. */
public class OwnDatabase implements QuarkusTestProfile {

    /** The token of editors. */
    public static final String TOKEN = "a token for tests only";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", TestDatabase.url("imports"), "bluehelmets.editor.token", TOKEN);
    }
}
