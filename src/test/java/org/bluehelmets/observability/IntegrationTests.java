package org.bluehelmets.observability;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.bluehelmets.testsupport.DatabaseFile;
import org.bluehelmets.testsupport.Switched;

/*
 * Runs the tests against the built application, jar or executable, in a separate process.
 */

@QuarkusIntegrationTest
@TestProfile(Switched.Built.class)
class AccessLogIT extends AccessLogTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class HealthIT extends HealthTest {}

@QuarkusIntegrationTest
@TestProfile(RequestMetricsIT.Trusted.class)
class RequestMetricsIT extends RequestMetricsTest {

    public static class Trusted extends DatabaseFile {
        public Trusted() {
            super(TrustedOperations.SETTINGS);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return TrustedOperations.COLLECTOR;
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(RequestMetricsIT.Trusted.class)
class RequestTracerIT extends RequestTracerTest {}
