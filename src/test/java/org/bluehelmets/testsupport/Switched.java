package org.bluehelmets.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/**
 * Switches that are not as they are by default, all at once: each profile costs a start of the application. None is in
 * the way of the tests of another.
 */
public class Switched implements QuarkusTestProfile {

    /** The site whose pages may ask. */
    public static final String FRIEND = "https://example.org";

    /** Where the lines on requests are, and nothing else. */
    public static final Path ACCESS_LOG = Path.of("target", "access.log").toAbsolutePath();

    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.cors.enabled", "true",
            "quarkus.http.cors.origins", FRIEND,
            "quarkus.smallrye-graphql.ui.enabled", "false",
            "bluehelmets.limits.introspection", "false",
            "bluehelmets.limits.ping-timeout", "2s",
            "quarkus.log.handler.file.\"access\".enabled", "true",
            "quarkus.log.handler.file.\"access\".path", ACCESS_LOG.toString(),
            "quarkus.log.handler.file.\"access\".format", "%p %c %m%n",
            "quarkus.log.category.\"access\".handlers", "access");

    @Override
    public Map<String, String> getConfigOverrides() {
        return SETTINGS;
    }

    /** The same, of the built application. */
    public static class Built extends DatabaseFile {
        public Built() {
            super(SETTINGS);
        }
    }
}
