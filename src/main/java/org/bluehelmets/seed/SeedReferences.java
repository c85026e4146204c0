package org.bluehelmets.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Resolves the natural keys in seed files to surrogate keys. Reads each table once. */
final class SeedReferences {

    private static final Map<String, String> KEY_COLUMNS = new HashMap<>();

    static {
        SeedFiles.ALL.forEach(file -> KEY_COLUMNS.put(file.table, file.keyColumn));
    }

    private final Connection connection;
    private final Map<String, Map<String, Long>> primaryKeys = new HashMap<>();

    SeedReferences(Connection connection) {
        this.connection = connection;
    }

    long primaryKey(String table, String key) {
        Long found = of(table).get(key);
        if (found == null) {
            throw new SeedFileException(
                    "the %s %s does not exist; add it to its file, above this row if it is the same file"
                            .formatted(table, key));
        }
        return found;
    }

    Map<String, Long> of(String table) {
        return primaryKeys.computeIfAbsent(table, this::read);
    }

    private Map<String, Long> read(String table) {
        Map<String, Long> found = new HashMap<>();
        String sql = "select " + KEY_COLUMNS.get(table) + ", pk from " + table;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new SeedFileException("cannot read the table " + table, e);
        }
        return found;
    }
}
