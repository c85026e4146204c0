package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.bluehelmets.testsupport.Editor;
import org.bluehelmets.testsupport.OwnDatabase;
import org.junit.jupiter.api.Test;

/** A process knows of its own changes at once, without being told of them. What it does with that: {@code ReadReplicaIT}. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ReadReplicaTest {

    @Inject
    ReadReplica replica;

    @Inject
    DataSource dataSource;

    @Test
    void whatIsOlderThanItKnowsOfIsNotCurrent() throws SQLException {
        Editor.addSource("t-" + UUID.randomUUID());

        try (Connection connection = dataSource.getConnection()) {
            long changes = DataVersion.read(connection).changes();
            assertFalse(replica.isUpToDate(changes - 1));
            assertTrue(replica.isUpToDate(changes));
            // nor is what is older than what was shown, by whichever replica
            assertTrue(replica.isUpToDate(changes + 1));
            assertFalse(replica.isUpToDate(changes));
        }
    }
}
