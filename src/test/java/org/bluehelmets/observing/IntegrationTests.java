package org.bluehelmets.observing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/*
 * The tests of this package once more, against the built application, jar or executable, in a process of its own.
 */

@QuarkusIntegrationTest
@TestProfile(AccessLogIT.ToFile.class)
class AccessLogIT extends AccessLogTest {

    public static class ToFile extends DatabaseFile {
        public ToFile() {
            super(SETTINGS);
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class HealthIT extends HealthTest {}

@QuarkusIntegrationTest
@TestProfile(MetricsIT.Trusted.class)
class MetricsIT extends MetricsTest {

    public static class Trusted extends DatabaseFile {
        public Trusted() {
            super(TrustedOperations.SETTINGS);
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(MetricsIT.Trusted.class)
@WithTestResource(Collector.class)
class TracesIT extends TracesTest {}
