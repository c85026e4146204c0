package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The version of the data, which tells whether a cached response is still valid. Every transaction that changes data
 * creates a new version.
 *
 * @param name unique for each state: a database that was restored and then changed differently has another name
 * @param changes the number of changes so far, which orders versions by age
 * @param restores the number of changes that restored a backup
 */
public record DataVersion(String name, long changes, long restores) {

    /** Reads the version that this transaction sees. */
    public static DataVersion read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select version, changes, restores from data_version");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The table data_version is empty. It must have one row.");
            }
            return new DataVersion(row.getString(1), row.getLong(2), row.getLong(3));
        }
    }

    /**
     * Locks the version until the end of the transaction. {@code org.bluehelmets.imports.DatasetLocks} has the order of all
     * locks.
     */
    public static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from data_version for update")) {
            select.executeQuery().close();
        }
    }

    /** Creates a new version. Call it at the end of a transaction, because other transactions that change data wait from here. */
    public static DataVersion change(Connection connection) throws SQLException {
        return change(connection, 0);
    }

    /** Creates a new version after the restore of a backup. */
    public static DataVersion changeByRestore(Connection connection) throws SQLException {
        return change(connection, 1);
    }

    private static DataVersion change(Connection connection, int restores) throws SQLException {
        String sql = "update data_version set version = ?, changes = changes + 1, restores = restores + ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, UUID.randomUUID().toString());
            update.setInt(2, restores);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The table data_version must have exactly one row.");
            }
        }
        return read(connection);
    }
}
