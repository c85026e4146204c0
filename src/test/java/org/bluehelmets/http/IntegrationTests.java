package org.bluehelmets.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.bluehelmets.testsupport.DatabaseFile;
import org.bluehelmets.testsupport.OwnDatabase;

/*
 * The tests of this package once more, against the built application, jar or executable, in a process of its own.
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
class PersistedDocumentsIT extends PersistedDocumentsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ExportResourceIT extends ExportResourceTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class HangUpIT extends HangUpTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class HttpIT extends HttpTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ImportResourceIT extends ImportResourceTest {}

@QuarkusIntegrationTest
@TestProfile(LiveLimitsIT.Small.class)
class LiveLimitsIT extends LiveLimitsTest {

    public static class Small extends DatabaseFile {
        public Small() {
            super(settings());
        }

        private static Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(LiveLimitsTest.LIMITS);
            settings.put("bluehelmets.editor.token", OwnDatabase.TOKEN);
            return settings;
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class LiveProtocolIT extends LiveProtocolTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class QueryFuzzIT extends QueryFuzzTest {}

@QuarkusIntegrationTest
@TestProfile(SwitchesIT.Switched.class)
class SwitchesIT extends SwitchesTest {

    public static class Switched extends DatabaseFile {
        public Switched() {
            super(new SwitchesTest.Switched().getConfigOverrides());
        }
    }
}

@QuarkusIntegrationTest
@TestProfile(TrustedDocumentsIT.StoredOperationsOnly.class)
class TrustedDocumentsIT extends TrustedDocumentsTest {

    public static class StoredOperationsOnly extends DatabaseFile {
        public StoredOperationsOnly() {
            super(new TrustedDocumentsTest.StoredOperationsOnly().getConfigOverrides());
        }
    }
}
