package org.bluehelmets.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the applied migrations from Flyway's schema history. */
public final class AppliedMigrations {

    private AppliedMigrations() {}

    /** Returns the schema version of a database. */
    public static String schemaVersion(Connection connection) throws SQLException {
        return newest(connection, "version", "\"version\" is not null");
    }

    /** Returns the checksum of the seed files that a database has loaded, or null if it has loaded none. */
    public static Integer seedChecksum(Connection connection) throws SQLException {
        String checksum = newest(connection, "checksum", "\"version\" is null");
        return checksum == null ? null : Integer.valueOf(checksum);
    }

    private static String newest(Connection connection, String column, String condition) throws SQLException {
        String sql =
                "select \"%s\" from \"flyway_schema_history\" where %s order by \"installed_rank\" desc fetch first row only"
                        .formatted(column, condition);
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
