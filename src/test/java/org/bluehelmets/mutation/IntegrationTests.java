package org.bluehelmets.mutation;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.bluehelmets.live.PersonnelCountSubscriptionTest;
import org.bluehelmets.testsupport.DatabaseFile;
import org.bluehelmets.testsupport.ExternalServices;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Provider;

/* Runs the tests of this package against the built JAR or native executable in another process. */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class InputValidatorIT extends InputValidatorTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ConflictsIT extends ConflictsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class RevisionsIT extends RevisionsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class IdempotencyIT extends IdempotencyTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class PersonnelCountSubscriptionIT extends PersonnelCountSubscriptionTest {}

@QuarkusIntegrationTest
@TestProfile(ExternalServices.Built.class)
class RightsIT extends RightsTest {}

@QuarkusIntegrationTest
@TestProfile(ClosedReadingIT.Closed.class)
class ClosedReadingIT extends ClosedReadingTest {

    public static class Closed extends DatabaseFile {
        public Closed() {
            super(settings());
        }

        private static Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(Provider.TRUSTED.settings());
            settings.put("bluehelmets.editor.token", OwnDatabase.TOKEN);
            settings.put("bluehelmets.auth.required", "true");
            return settings;
        }
    }
}
