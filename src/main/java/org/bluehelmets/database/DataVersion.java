package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells states of the data apart, so that an answer can be known to be still true. Every transaction that changes data
 * changes it.
 *
 * @param name of this state and no other: a database that was restored and changed in another way has another
 * @param changes how many there were so far, to tell which of two states is the older
 * @param restores how many of them put a backup in the place of all there was
 */
public record DataVersion(String name, long changes, long restores) {

    /** The version of what this transaction sees. */
    public static DataVersion read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select version, changes, restores from data_version");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the table data_version is empty; it must have one row");
            }
            return new DataVersion(row.getString(1), row.getLong(2), row.getLong(3));
        }
    }

    /**
     * Waits until nobody else changes the version, and keeps it so until the transaction ends. What a writer locks before
     * and after it, {@code org.bluehelmets.imports.DatasetLocks} says.
     */
    public static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from data_version for update")) {
            select.executeQuery().close();
        }
    }

    /** Makes a new version. Call it last: transactions that change data wait for each other from here on. */
    public static DataVersion change(Connection connection) throws SQLException {
        return change(connection, 0);
    }

    /** Makes a new version of a backup that was put in the place of all there was. */
    public static DataVersion changeByRestore(Connection connection) throws SQLException {
        return change(connection, 1);
    }

    private static DataVersion change(Connection connection, int restores) throws SQLException {
        String sql = "update data_version set version = ?, changes = changes + 1, restores = restores + ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, UUID.randomUUID().toString());
            update.setInt(2, restores);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the table data_version must have one row");
            }
        }
        return read(connection);
    }
}
