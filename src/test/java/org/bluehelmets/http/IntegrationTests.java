package org.bluehelmets.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/*
 * The tests of this package once more, against the built application, jar or executable, in a process of its own.
 * Left out, as they need its inside: UnitOfWorkTest.
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
@TestProfile(DatabaseFile.class)
class ExecutionIT extends ExecutionTest {}

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
@TestProfile(DatabaseFile.class)
class UnexpectedFailureIT extends UnexpectedFailureTest {}
