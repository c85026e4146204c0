package org.bluehelmets.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.backup.BackupTest;
import org.bluehelmets.testsupport.DatabaseFile;

/*
 * The tests of this package once more, against the built application, jar or executable, in a process of its own.
 * Left out, as they need its inside: CommandsTest (CommandsIT tries the commands), FuzzTest, LockOrderTest,
 * MissionAndFatalityImportTest and TimeZonesTest.
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
