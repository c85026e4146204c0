package org.bluehelmets.observability;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;
import org.bluehelmets.testsupport.ExternalServices;
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
@TestProfile(ExternalServices.Built.class)
class RequestMetricsIT extends RequestMetricsTest {}

@QuarkusIntegrationTest
@TestProfile(ExternalServices.Built.class)
class RequestTracerIT extends RequestTracerTest {}
