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
 * A connection that knows the last statement made of it, so that others can stop it, and how many there were. Hibernate
 * can stop one too, but forgets it with the first attempt, which may have come before it was executed.
 */
final class CancellableConnection implements InvocationHandler {

    private static final Logger LOG = Logger.getLogger(CancellableConnection.class);

    private final Connection connection;
    private volatile Statement last;
    private int statements;

    CancellableConnection(Connection connection) {
        this.connection = connection;
    }

    /** The connection to make statements of. */
    Connection watched() {
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
            last = statement;
            statements++;
        }
        return result;
    }

    /** How many statements were made of it. */
    int statements() {
        return statements;
    }

    /** Stops the last statement if it is under way. May be called by any thread, again and again. */
    void cancel() {
        Statement running = last;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // it has ended
                LOG.debug("nothing to cancel", e);
            }
        }
    }
}
