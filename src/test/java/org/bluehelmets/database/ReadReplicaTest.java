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

/** A process knows its own changes immediately. {@code ReplicasIT} tests the use of replicas. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ReadReplicaTest {

    @Inject
    ReadReplica replica;

    @Inject
    DataSource dataSource;

    @Test
    void detectsOutdatedVersion() throws SQLException {
        Editor.addSource("t-" + UUID.randomUUID());

        try (Connection connection = dataSource.getConnection()) {
            long changes = DataVersion.read(connection).changes();
            assertFalse(replica.isUpToDate(changes - 1));
            assertTrue(replica.isUpToDate(changes));
            // versions that any replica returned count as well
            assertTrue(replica.isUpToDate(changes + 1));
            assertFalse(replica.isUpToDate(changes));
        }
    }
}
