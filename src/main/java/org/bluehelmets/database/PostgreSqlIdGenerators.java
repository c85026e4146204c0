package org.bluehelmets.database;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** PostgreSQL's sequences. Every connection may cache values of a sequence. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "postgresql")
class PostgreSqlIdGenerators implements IdGenerators {

    @Override
    public long next(Connection connection, String table) throws SQLException {
        return JdbcStatements.number(
                connection,
                "select last_value + case when is_called then 1 else 0 end from " + sequence(connection, table));
    }

    /** Always restarts the sequence, because that discards the values cached by connections. setval does not. */
    @Override
    public void keepFree(Connection transaction, String table, long next) throws SQLException {
        JdbcStatements.update(
                transaction,
                "alter sequence %s restart with %s"
                        .formatted(sequence(transaction, table), Math.max(next, next(transaction, table))));
    }

    /** Returns the name of the sequence, quoted if necessary. */
    private static String sequence(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pg_get_serial_sequence(?, 'pk')")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
