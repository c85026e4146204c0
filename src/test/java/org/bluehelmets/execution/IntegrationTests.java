package org.bluehelmets.execution;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/* Runs the tests of this package against the built application (jar or native executable) in its own process. */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class QueryExecutorIT extends QueryExecutorTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class LimitsIT extends LimitsTest {}

@QuarkusIntegrationTest
@TestProfile(TimeoutIT.ShortTimeout.class)
class TimeoutIT extends TimeoutTest {

    public static class ShortTimeout extends DatabaseFile {
        public ShortTimeout() {
            super(new TimeoutTest.ShortTimeout().getConfigOverrides());
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class UnexpectedFailureIT extends UnexpectedFailureTest {}
