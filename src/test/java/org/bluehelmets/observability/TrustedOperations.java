package org.bluehelmets.observability;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trusts the stored operations without excluding others, and starts a collector of traces. */
public class TrustedOperations implements QuarkusTestProfile {

    static final Map<String, String> SETTINGS = Map.of(
            "bluehelmets.documents.directory",
            Path.of("src/test/resources/operations").toAbsolutePath().toString());

    static final List<TestResourceEntry> COLLECTOR = List.of(new TestResourceEntry(Collector.class));

    @Override
    public Map<String, String> getConfigOverrides() {
        return SETTINGS;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return COLLECTOR;
    }
}
