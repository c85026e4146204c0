package org.bluehelmets.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/* The tests of this package once more, against the built application, jar or executable, in a process of its own. */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class FilterIT extends FilterTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class FilterCombinationIT extends FilterCombinationTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class PageBoundsIT extends PageBoundsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class PagingIT extends PagingTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class PagingThroughChangesIT extends PagingThroughChangesTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class RandomFilterIT extends RandomFilterTest {

    /** Each is another statement to translate, which nothing has compiled for speed here. */
    @Override
    int filters() {
        return 10;
    }
}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.class)
class SchemaIT extends SchemaTest {}
