package org.bluehelmets.facts;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/* The tests of this package once more, against the built application, jar or executable, in a process of its own. */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class ArticleFactsIT extends ArticleFactsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class MissionsFileIT extends MissionsFileTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class NationsFileIT extends NationsFileTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class OfficialFactsIT extends OfficialFactsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class PersonnelFactsIT extends PersonnelFactsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class StoredOperationsIT extends StoredOperationsTest {}

/** Without a profile: only then does the extension train the AOT cache of the jar with a test. */
@QuarkusIntegrationTest
class TrainingIT extends StoredOperationsTest {}
