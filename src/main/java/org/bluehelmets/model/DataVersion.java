package org.bluehelmets.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells states of the data apart, so that an answer can be known to be still true. Every transaction that changes data
 * changes it. It is no number that counts: a database that was restored and changed in another way has another version.
 */
public final class DataVersion {

    private DataVersion() {}

    /** The version of what this transaction sees. */
    public static String read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from data_version");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the table data_version is empty; it must have one row");
            }
            return row.getString(1);
        }
    }

    /** Waits until nobody else changes the version, and keeps it so until the transaction ends. */
    public static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from data_version for update")) {
            select.executeQuery().close();
        }
    }

    /** Makes a new version. Call it last: transactions that change data wait for each other from here on. */
    public static void change(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update data_version set version = ?")) {
            update.setString(1, UUID.randomUUID().toString());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the table data_version must have one row");
            }
        }
    }
}
