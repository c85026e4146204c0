package org.bluehelmets.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/**
 * A connection whose last statement other threads can cancel, and which counts its statements. Hibernate can cancel a
 * statement only once, which has no effect if the statement is not yet running.
 */
final class CancellableConnection implements InvocationHandler {

    private static final Logger LOG = Logger.getLogger(CancellableConnection.class);

    private final Connection connection;
    private volatile Statement lastStatement;
    private int statementCount;

    CancellableConnection(Connection connection) {
        this.connection = connection;
    }

    /** The connection to create statements with. */
    Connection proxy() {
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (result instanceof Statement statement) {
            lastStatement = statement;
            statementCount++;
        }
        return result;
    }

    /** The number of statements created so far. */
    int statementCount() {
        return statementCount;
    }

    /** Cancels the last statement if it is running. Any thread may call this method, any number of times. */
    void cancel() {
        Statement statement = lastStatement;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // the statement has ended
                LOG.debug("Cannot cancel a statement.", e);
            }
        }
    }
}
