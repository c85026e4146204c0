package org.bluehelmets.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * For tests of the built application, in a process of its own: it serves from a new database file, which tests can
 * write to as well.
 */
public class DatabaseFile implements QuarkusTestProfile {

    /** Where {@link Rows} finds the URL: the configuration of the application does not reach the tests' own process. */
    static final String URL = "bluehelmets.test.database";

    @Override
    public Map<String, String> getConfigOverrides() {
        Path directory = Path.of("target", "databases", String.valueOf(System.nanoTime()))
                .toAbsolutePath();
        // the application's own URL, but open to others, which H2 does not join with DB_CLOSE_ON_EXIT=FALSE
        String url = "jdbc:h2:file:" + directory + "/bluehelmets;QUERY_CACHE_SIZE=512;WRITE_DELAY=0;AUTO_SERVER=TRUE";
        System.setProperty(URL, url);
        // machines that run tests do other things besides
        return Map.of("quarkus.datasource.jdbc.url", url, "bluehelmets.limits.time", "60s");
    }

    /** The same, for tests that import. */
    public static class WithEditor extends DatabaseFile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("bluehelmets.editor.token", OwnDatabase.TOKEN);
            return overrides;
        }
    }
}
