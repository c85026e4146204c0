package org.bluehelmets.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * For tests of the built application, in a process of its own: it serves from a new database, which tests can write to
 * as well.
 */
public class DatabaseFile implements QuarkusTestProfile {

    /** Where {@link Rows} finds the URL: the configuration of the application does not reach the tests' own process. */
    static final String URL = "bluehelmets.test.database";

    private final Map<String, String> more;

    public DatabaseFile() {
        this(Map.of());
    }

    /** @param more settings of the application */
    protected DatabaseFile(Map<String, String> more) {
        this.more = more;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        String url = TestDatabase.newUrlForOtherProcess();
        System.setProperty(URL, url);
        Map<String, String> settings = new HashMap<>(more);
        settings.put("quarkus.datasource.jdbc.url", url);
        // machines that run tests do other things besides
        settings.putIfAbsent("bluehelmets.limits.timeout", "60s");
        return settings;
    }

    /** The same, for tests that import. */
    public static class WithEditor extends DatabaseFile {
        public WithEditor() {
            super(Map.of("bluehelmets.editor.token", OwnDatabase.TOKEN));
        }
    }
}
