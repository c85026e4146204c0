package org.bluehelmets.database;

/**
 * The connections of the pool that are reserved for work other than queries. Queries get the rest: a query beyond that
 * would only wait for a connection while it holds a thread.
 */
public final class ConnectionBudget {

    /** An export holds one connection until its client has read the file, so only two run at a time. */
    public static final int EXPORTS = 2;

    /** One backup or restore runs at a time and uses up to two connections: its transaction and work outside of it. */
    public static final int BACKUP = 2;

    /** An import uses up to two connections: its transaction and work outside of it. */
    public static final int IMPORT = 2;

    /** Mutations are executed one after the other. */
    public static final int MUTATIONS = 1;

    /** Events for subscribers get two, so that queries take priority. */
    public static final int EVENTS = 2;

    private ConnectionBudget() {}

    /** The number of connections for queries in a pool: at least one. */
    public static int forQueries(int poolSize) {
        return Math.max(1, poolSize - EXPORTS - BACKUP - IMPORT - MUTATIONS - EVENTS);
    }
}
