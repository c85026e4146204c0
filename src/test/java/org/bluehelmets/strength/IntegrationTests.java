package org.bluehelmets.strength;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.bluehelmets.testsupport.DatabaseFile;

/*
 * The tests of this package once more, against the built application, jar or executable, in a process of its own.
 * Left out, as they need its inside: StatementsTest, which counts SQL.
 */

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class ContributorsIT extends ContributorsTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class CorroborationIT extends CorroborationTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class RandomCorroborationIT extends RandomCorroborationTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class StrengthIT extends StrengthTest {}

@QuarkusIntegrationTest
@TestProfile(DatabaseFile.WithEditor.class)
class UnitCorroborationIT extends UnitCorroborationTest {}
