package org.bluehelmets.execution;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/* The tests of this package once more, against the built application, jar or executable, in a process of its own. */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class QueryExecutorIT extends QueryExecutorTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class LimitsIT extends LimitsTest {}

@QuarkusIntegrationTest
@TestProfile(TimeLimitIT.Impatient.class)
class TimeLimitIT extends TimeLimitTest {

    public static class Impatient extends DatabaseFile {
        public Impatient() {
            super(new TimeLimitTest.Impatient().getConfigOverrides());
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class UnexpectedFailureIT extends UnexpectedFailureTest {}
