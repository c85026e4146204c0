package org.bluehelmets.testsupport;

import java.util.HashMap;
import java.util.Map;

/** Little of everything, so that it is soon used up: subscriptions and connections to the database. */
public class SmallLimits extends OwnDatabase {

    private static final Map<String, String> SETTINGS = Map.of(
            "bluehelmets.limits.subscriptions", "4",
            "bluehelmets.limits.operations-per-connection", "3",
            "bluehelmets.limits.subscription-buffer", "3",
            "quarkus.datasource.jdbc.max-size", "4",
            "quarkus.datasource.jdbc.acquisition-timeout", "5");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(SETTINGS);
        return settings;
    }

    /** The same, of the built application. */
    public static class Built extends DatabaseFile {
        public Built() {
            super(settings());
        }

        private static Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(SETTINGS);
            settings.put("bluehelmets.editor.token", TOKEN);
            return settings;
        }
    }
}
