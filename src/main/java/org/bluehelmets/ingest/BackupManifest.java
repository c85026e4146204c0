package org.bluehelmets.ingest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * What a backup says of itself before its tables.
 *
 * @param format of the backup
 * @param schema the version of the tables
 * @param dataFiles the checksum of the data files that the database was brought up to
 * @param tables by name
 */
@RegisterForReflection
record BackupManifest(int format, String schema, Integer dataFiles, Map<String, Table> tables) {

    static final String NAME = "manifest.json";

    /** The one there is so far. */
    static final int FORMAT = 1;

    /** @param nextPk which no row had then, and none had before; 0 where the database does not number them */
    @RegisterForReflection
    record Table(long rows, long nextPk) {}

    /** The version of the tables of a database. */
    static String schema(Connection connection) throws SQLException {
        return newest(connection, "version", "\"version\" is not null");
    }

    static Integer dataFiles(Connection connection) throws SQLException {
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
