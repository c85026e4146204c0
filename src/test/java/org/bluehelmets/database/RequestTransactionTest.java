package org.bluehelmets.database;

import static org.bluehelmets.testsupport.Rows.PREFIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.RequestCaches;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.TestDatabase;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All statements of a query see the same state of the database. */
@QuarkusTest
class RequestTransactionTest {

    @Inject
    EntityLoader loader;

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource dataSource;

    private final Rows rows = new Rows();

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void ignoresLaterCommits() {
        rows.source("A");
        rows.mission("M");
        rows.counts(1, "KAZ", "M", null, "A", LocalDate.EPOCH);
        try (RequestTransaction transaction = RequestTransaction.beginReadOnly(sessions, dataSource, null)) {
            assertEquals(1, counts(transaction));

            rows.counts(1, "IND", "M", null, "A", LocalDate.EPOCH);
            rows.update("update mission set name = 'Renamed' where acronym = ?", PREFIX + "M");

            RequestCaches.of(transaction).dataLoaders().getDataLoaders().forEach(loader -> loader.clearAll());
            assertEquals(1, counts(transaction), "a count that was committed after the first statement");
            assertEquals("Mission M", mission(transaction).name, "a table that was not read before the change");
        }
        try (RequestTransaction transaction = RequestTransaction.beginReadOnly(sessions, dataSource, null)) {
            assertEquals(2, counts(transaction));
            assertEquals("Renamed", mission(transaction).name);
        }
    }

    /** With weaker isolation, H2's snapshot contains only the tables of the first statement. */
    @Test
    void ignoresLaterCommitsInOtherTables() {
        rows.source("A");
        rows.mission("M");
        try (RequestTransaction transaction = RequestTransaction.beginReadOnly(sessions, dataSource, null)) {
            assertEquals("Mission M", mission(transaction).name);

            rows.update("update source set title = 'Renamed' where natural_key = ?", Rows.sourceKey("A"));

            assertEquals("Made for a test: A", source(transaction).title);
        }
    }

    @Test
    void resetsConnection() throws SQLException {
        try (RequestTransaction transaction = RequestTransaction.beginReadOnly(sessions, dataSource, null)) {
            counts(transaction);
        }
        // take all connections of the pool, which include the used one
        List<Connection> all = new ArrayList<>();
        try {
            // except the connection that listens to changes
            int size =
                    dataSource.getConfiguration().connectionPoolConfiguration().maxSize()
                            - (TestDatabase.isH2() ? 0 : 1);
            while (all.size() < size) {
                Connection connection = dataSource.getConnection();
                all.add(connection);
                assertTrue(connection.getAutoCommit());
                assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void closesWithoutErrorIfTheConnectionBreaksAfterTheCommit() throws SQLException {
        Connection connection = dataSource.getConnection();
        Connection broken = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("rollback")) {
                throw new SQLException("broken for a test");
            }
            return method.invoke(connection, arguments);
        });
        DataSource breaking = proxy(DataSource.class, (proxy, method, arguments) -> broken);
        try (RequestTransaction transaction = RequestTransaction.beginReadWrite(sessions, breaking, null, "test")) {
            transaction.connection();
            transaction.commit();
        }
        assertTrue(connection.isClosed());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private int counts(RequestTransaction transaction) {
        var filter = new org.bluehelmets.query.PersonnelCountFilter();
        filter.mission = new org.bluehelmets.query.MissionFilter();
        filter.mission.acronym = new org.bluehelmets.query.StringFilter();
        filter.mission.acronym.eq = PREFIX + "M";
        var request = PageRequest.of(
                EntityDescriptor.PERSONNEL_COUNTS, filter, List.of(), new ConnectionArguments(null, null, null, null));
        return loader.findPage(request).rows().size();
    }

    private Source source(RequestTransaction transaction) {
        var found = loader.loadByKey(EntityDescriptor.SOURCES, Rows.sourceKey("A"));
        RequestCaches.of(transaction).dataLoaders().dispatchAll();
        return found.toCompletableFuture().join();
    }

    private Mission mission(RequestTransaction transaction) {
        var found = loader.loadByKey(EntityDescriptor.MISSIONS, PREFIX + "M");
        RequestCaches.of(transaction).dataLoaders().dispatchAll();
        return found.toCompletableFuture().join();
    }
}
