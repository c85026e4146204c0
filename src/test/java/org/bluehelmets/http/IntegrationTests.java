package org.bluehelmets.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.rest.ClosedImportTest;
import org.bluehelmets.rest.ExportResourceTest;
import org.bluehelmets.rest.ImportResourceTest;
import org.bluehelmets.testsupport.DatabaseFile;
import org.bluehelmets.testsupport.SmallLimits;
import org.bluehelmets.testsupport.Switched;
import org.bluehelmets.websocket.GraphQLWsLimitsTest;
import org.bluehelmets.websocket.GraphQLWsPingTest;
import org.bluehelmets.websocket.GraphQLWsProtocolTest;

/*
 * Runs the tests against the built application, jar or executable, in a separate process.
 */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class BadCursorIT extends BadCursorTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class BadInputIT extends BadInputTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class ClosedImportIT extends ClosedImportTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class CachingIT extends CachingTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class GetIT extends GetTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class PersistedDocumentStoreIT extends PersistedDocumentStoreTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ExportResourceIT extends ExportResourceTest {}

@QuarkusIntegrationTest
@TestProfile(SmallLimits.Built.class)
class ClientDisconnectIT extends ClientDisconnectTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class HttpIT extends HttpTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ImportResourceIT extends ImportResourceTest {}

@QuarkusIntegrationTest
@TestProfile(SmallLimits.Built.class)
class GraphQLWsLimitsIT extends GraphQLWsLimitsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class GraphQLWsProtocolIT extends GraphQLWsProtocolTest {}

@QuarkusIntegrationTest
@TestProfile(Switched.Built.class)
class GraphQLWsPingIT extends GraphQLWsPingTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class QueryFuzzIT extends QueryFuzzTest {}

@QuarkusIntegrationTest
@TestProfile(Switched.Built.class)
class SwitchesIT extends SwitchesTest {}

@QuarkusIntegrationTest
@TestProfile(TrustedDocumentsIT.StoredOperationsOnly.class)
class TrustedDocumentsIT extends TrustedDocumentsTest {

    public static class StoredOperationsOnly extends DatabaseFile {
        public StoredOperationsOnly() {
            super(new TrustedDocumentsTest.StoredOperationsOnly().getConfigOverrides());
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class CoercionIT extends CoercionTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class RequestFormsIT extends RequestFormsTest {}
