package org.bluehelmets.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.backup.BackupTest;
import org.bluehelmets.testsupport.DatabaseFile;

/*
 * Runs the tests of this package against the built application, jar or executable, in a separate process. Excludes tests
 * that need access to its beans: CommandsTest (CommandsIT tests the commands), FuzzTest, FatalityImportTest,
 * LockOrderTest, MissionImportTest and TimeZonesTest.
 */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class BackupIT extends BackupTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ContributionImportIT extends ContributionImportTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ContributionSpellingsIT extends ContributionSpellingsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ImportTransactionIT extends ImportTransactionTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class IncompleteImportIT extends IncompleteImportTest {}
