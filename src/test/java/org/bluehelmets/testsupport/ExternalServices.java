package org.bluehelmets.testsupport;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trusts an OpenID Connect provider and the stored operations without excluding others, and exports traces to a
 * collector. One profile has all of these settings because each profile starts the application once more.
 */
public class ExternalServices extends Provider.Trusted {

    private static final Map<String, String> SETTINGS = Map.of(
            "bluehelmets.documents.directory",
            Path.of("src/test/resources/operations").toAbsolutePath().toString());

    private static final List<TestResourceEntry> COLLECTOR = List.of(new TestResourceEntry(Collector.class));

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = super.getConfigOverrides();
        settings.putAll(SETTINGS);
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return COLLECTOR;
    }

    /** The same settings for the built application. */
    public static class Built extends DatabaseFile {
        public Built() {
            super(settings());
        }

        private static Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(SETTINGS);
            settings.putAll(Provider.TRUSTED.settings());
            settings.put("bluehelmets.editor.token", OwnDatabase.TOKEN);
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return COLLECTOR;
        }
    }
}
