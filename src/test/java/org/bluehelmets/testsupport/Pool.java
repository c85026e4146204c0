package org.bluehelmets.testsupport;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;

/** Counts the connections that the application takes from its pool, from the making of this on. */
public final class Pool {

    /** Why a test that counts them cannot run against an application in another process. */
    public static final String INSIDE = "counts connections inside the process";

    private final AgroalDataSource dataSource =
            Arc.container().instance(AgroalDataSource.class).get();
    private final long before;

    public Pool() {
        dataSource.getConfiguration().setMetricsEnabled(true);
        before = dataSource.getMetrics().acquireCount();
    }

    /** How many have been taken, whether they have come back or not. */
    public long taken() {
        return dataSource.getMetrics().acquireCount() - before;
    }

    /** How many have not come back, but the one by which changes are listened to. */
    public long out() {
        return dataSource.getMetrics().activeCount() - (TestDatabase.isH2() ? 0 : 1);
    }
}
