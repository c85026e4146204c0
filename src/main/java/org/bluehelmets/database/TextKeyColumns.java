package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns with the keys of texts. Code that writes a text also writes its key. This class updates all keys after the
 * rules of {@link TextFolding} have changed or a backup was restored.
 */
public final class TextKeyColumns {

    /** A text column with a key column. */
    private record Keyed(String table, String column) {
        public String key() {
            return TextKeyColumns.column(column);
        }
    }

    private static final List<Keyed> COLUMNS = List.of(
            new Keyed("nation", "name"),
            new Keyed("mission", "name"),
            new Keyed("battalion", "name"),
            new Keyed("milestone", "title"),
            new Keyed("source", "title"),
            new Keyed("source", "publisher"),
            new Keyed("source", "author"));

    private static final int ROWS_AT_ONCE = 1000;

    private TextKeyColumns() {}

    /** Returns the name of the key column of a text column. */
    public static String column(String text) {
        return text + "_key";
    }

    /** Returns the key in the stored form, which is never null. */
    public static String key(String text) {
        return text == null ? "" : TextFolding.fold(text);
    }

    /** Computes all keys and updates those that differ, in the transaction of the connection. */
    public static void refresh(Connection connection) throws SQLException {
        for (Keyed keyed : COLUMNS) {
            String select = "select pk, %s, %s from %s".formatted(keyed.column, keyed.key(), keyed.table);
            Map<Long, String> changed = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    String key = key(rows.getString(2));
                    if (!key.equals(rows.getString(3))) {
                        changed.put(rows.getLong(1), key);
                    }
                }
            }
            update(connection, keyed.table, keyed.key(), changed);
        }
        update(connection, "battalion", "alias_keys", changedAliasKeys(connection));
    }

    private static Map<Long, String> changedAliasKeys(Connection connection) throws SQLException {
        Map<Long, String> stored = new HashMap<>();
        Map<Long, Collection<String>> aliases = new HashMap<>();
        String select = """
                select b.pk, b.alias_keys, a.alias from battalion b left join battalion_alias a on a.battalion_pk = b.pk
                order by b.pk, a.position""";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                stored.put(rows.getLong(1), rows.getString(2));
                Collection<String> names = aliases.computeIfAbsent(rows.getLong(1), pk -> new ArrayList<>());
                if (rows.getString(3) != null) {
                    names.add(rows.getString(3));
                }
            }
        }
        Map<Long, String> changed = new HashMap<>();
        aliases.forEach((pk, names) -> {
            String keys = TextFolding.foldAll(names);
            if (!keys.equals(stored.get(pk))) {
                changed.put(pk, keys);
            }
        });
        return changed;
    }

    private static void update(Connection connection, String table, String column, Map<Long, String> changed)
            throws SQLException {
        String sql = "update %s set %s = ? where pk = ?".formatted(table, column);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int rows = 0;
            for (Map.Entry<Long, String> row : changed.entrySet()) {
                update.setString(1, row.getValue());
                update.setLong(2, row.getKey());
                update.addBatch();
                if (++rows % ROWS_AT_ONCE == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}
