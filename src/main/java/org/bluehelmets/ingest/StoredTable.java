package org.bluehelmets.ingest;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table that is backed up, as the database describes it.
 *
 * @param name in lower case
 * @param numbered whether the database gives its rows their surrogate keys
 * @param columns their names, quoted, in the order of the table
 * @param own which of them refer to other rows of the table itself
 * @param refersTo the tables whose rows must be there before
 */
record StoredTable(String name, boolean numbered, List<String> columns, Set<String> own, Set<String> refersTo) {

    private static final String PK = "\"PK\"";

    /** What Flyway keeps for itself, what an import has read so far, and what tells states of the data apart. */
    private static final Set<String> NOT_DATA = Set.of("flyway_schema_history", "contribution_read", "data_version");

    /** All tables, each after those that its rows refer to. */
    static List<StoredTable> all(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        TreeMap<String, StoredTable> left = new TreeMap<>();
        try (ResultSet tables = database.getTables(null, connection.getSchema(), null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!NOT_DATA.contains(name)) {
                    left.put(name, of(database, connection.getSchema(), name));
                }
            }
        }
        List<StoredTable> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!left.isEmpty()) {
            List<StoredTable> next = left.values().stream()
                    .filter(table -> placed.containsAll(table.refersTo))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + left.keySet());
            }
            for (StoredTable table : next) {
                left.remove(table.name);
                placed.add(table.name);
                ordered.add(table);
            }
        }
        return ordered;
    }

    private static StoredTable of(DatabaseMetaData database, String schema, String name) throws SQLException {
        String stored = name.toUpperCase(Locale.ROOT);
        List<String> columns = new ArrayList<>();
        boolean numbered = false;
        try (ResultSet found = database.getColumns(null, schema, stored, null)) {
            while (found.next()) {
                columns.add(quoted(found.getString("COLUMN_NAME")));
                numbered |= found.getString("IS_AUTOINCREMENT").equals("YES");
            }
        }
        Set<String> own = new TreeSet<>();
        Set<String> refersTo = new TreeSet<>();
        try (ResultSet keys = database.getImportedKeys(null, schema, stored)) {
            while (keys.next()) {
                String other = keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT);
                if (other.equals(name)) {
                    own.add(quoted(keys.getString("FKCOLUMN_NAME")));
                } else {
                    refersTo.add(other);
                }
            }
        }
        return new StoredTable(name, numbered, List.copyOf(columns), own, refersTo);
    }

    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }

    /** Whether its rows have a surrogate key. */
    boolean hasPk() {
        return columns.contains(PK);
    }

    long count(Connection connection) throws SQLException {
        return number(connection, "select count(*) from " + name);
    }

    /** The surrogate key that the next row will have, at least; 0 where the database gives it none. */
    long nextPk(Connection connection) throws SQLException {
        return numbered
                ? number(
                        connection,
                        "select identity_base from information_schema.columns where table_schema = '%s'"
                                        .formatted(connection.getSchema())
                                + " and table_name = '%s' and is_identity = 'YES'"
                                        .formatted(name.toUpperCase(Locale.ROOT)))
                : 0;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Reads rows with all columns: of a table with surrogate keys so many, after one of them; or else all. */
    String select() {
        String all = "select " + String.join(", ", columns) + " from " + name;
        return hasPk() ? all + " where pk > ? order by pk fetch first ? rows only" : all;
    }

    int placeOfPk() {
        return columns.indexOf(PK) + 1;
    }

    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        String.join(", ", columns),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }
}
