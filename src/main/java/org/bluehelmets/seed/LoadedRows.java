package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.JdbcStatements;

/** Records which rows of the seed files a database has loaded, with a digest of each row to detect changes. */
record LoadedRows(Connection connection) {

    /** Replaces the digest of a row that has left its file but could not be deleted. */
    private static final String REMOVED = "removed";

    /** Returns the digests of a file's loaded rows, by key. */
    Map<String, String> digests(SeedFile file) throws SQLException {
        Map<String, String> digests = new HashMap<>();
        String sql = "select row_key, digest from seed_file_row where file = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, file.name);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    digests.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return digests;
    }

    void insert(SeedFile file, String key, String digest) throws SQLException {
        JdbcStatements.update(
                connection,
                "insert into seed_file_row (file, row_key, digest) values (?, ?, ?)",
                file.name,
                key,
                digest);
    }

    void update(SeedFile file, String key, String digest) throws SQLException {
        JdbcStatements.update(
                connection,
                "update seed_file_row set digest = ? where file = ? and row_key = ?",
                digest,
                file.name,
                key);
    }

    /** Marks a row that could not be deleted, so that the next change of the files tries again. */
    void markRemoved(SeedFile file, String key) throws SQLException {
        update(file, key, REMOVED);
    }

    void delete(SeedFile file, String key) throws SQLException {
        JdbcStatements.update(connection, "delete from seed_file_row where file = ? and row_key = ?", file.name, key);
    }

    static String digest(CSVRecord row) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            row.toMap().forEach((header, value) -> sha256.update((header + "=" + value + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
