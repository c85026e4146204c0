package org.bluehelmets.testsupport;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Listens to the SQL that requests send. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    /** Why a test that listens cannot run against an application in another process. */
    public static final String INSIDE = "listens to the SQL inside the process";

    /** The thread that reads changes for subscribers. Its statements belong to no request. */
    private static final String LISTENER = "personnel-count-listener";

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        if (!Thread.currentThread().getName().equals(LISTENER)) {
            SEEN.add(sql);
        }
        return sql;
    }

    /** The statements that something sends, in their order, where nothing was read before. */
    public static List<String> of(Runnable requests) {
        new Rows().change();
        return ofMore(requests);
    }

    /** The statements that something sends after all that was read before. */
    public static List<String> ofMore(Runnable requests) {
        SEEN.clear();
        requests.run();
        return List.copyOf(SEEN);
    }
}
