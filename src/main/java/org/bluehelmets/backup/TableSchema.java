package org.bluehelmets.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluehelmets.database.JdbcStatements;

/**
 * A table that is backed up, as the database describes it. All names are in lower case, whatever the database does with
 * them, for all that they are compared with.
 *
 * @param numbered whether the database gives its rows their surrogate keys
 * @param columns in the order of the table
 * @param types what the database calls those of the columns
 * @param key which of the columns tell rows apart
 * @param own which of the columns refer to other rows of the table itself
 * @param refersTo the tables whose rows must be there before
 */
public record TableSchema(
        String name,
        boolean numbered,
        List<String> columns,
        List<String> types,
        List<String> key,
        Set<String> own,
        Set<String> refersTo) {

    private static final String PK = "pk";

    /** What Flyway keeps for itself, what an import has read so far, and what tells states of the data apart. */
    private static final Set<String> NOT_DATA = Set.of("flyway_schema_history", "contribution_staging", "data_version");

    /** What H2 and PostgreSQL call a table, to tell it from a view. */
    private static final String[] KINDS = {"BASE TABLE", "TABLE"};

    /** All tables, each after those that its rows refer to. */
    public static List<TableSchema> all(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        TreeMap<String, TableSchema> left = new TreeMap<>();
        try (ResultSet tables = database.getTables(null, connection.getSchema(), null, KINDS)) {
            while (tables.next()) {
                String stored = tables.getString("TABLE_NAME");
                String name = lower(stored);
                if (!NOT_DATA.contains(name)) {
                    left.put(name, of(database, connection.getSchema(), stored));
                }
            }
        }
        List<TableSchema> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!left.isEmpty()) {
            List<TableSchema> next = left.values().stream()
                    .filter(table -> placed.containsAll(table.refersTo))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + left.keySet());
            }
            for (TableSchema table : next) {
                left.remove(table.name);
                placed.add(table.name);
                ordered.add(table);
            }
        }
        return ordered;
    }

    private static TableSchema of(DatabaseMetaData database, String schema, String stored) throws SQLException {
        String name = lower(stored);
        Map<String, String> columns = new LinkedHashMap<>();
        boolean numbered = false;
        try (ResultSet found = database.getColumns(null, schema, stored, null)) {
            while (found.next()) {
                columns.put(lower(found.getString("COLUMN_NAME")), found.getString("TYPE_NAME"));
                numbered |= found.getString("IS_AUTOINCREMENT").equals("YES");
            }
        }
        TreeMap<Short, String> key = new TreeMap<>();
        try (ResultSet found = database.getPrimaryKeys(null, schema, stored)) {
            while (found.next()) {
                key.put(found.getShort("KEY_SEQ"), lower(found.getString("COLUMN_NAME")));
            }
        }
        Set<String> own = new TreeSet<>();
        Set<String> refersTo = new TreeSet<>();
        try (ResultSet keys = database.getImportedKeys(null, schema, stored)) {
            while (keys.next()) {
                String other = lower(keys.getString("PKTABLE_NAME"));
                if (other.equals(name)) {
                    own.add(lower(keys.getString("FKCOLUMN_NAME")));
                } else {
                    refersTo.add(other);
                }
            }
        }
        return new TableSchema(
                name,
                numbered,
                List.copyOf(columns.keySet()),
                List.copyOf(columns.values()),
                List.copyOf(key.values()),
                own,
                refersTo);
    }

    private static String lower(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    /** Whether its rows have a surrogate key. */
    boolean hasPk() {
        return key.equals(List.of(PK));
    }

    long count(Connection connection) throws SQLException {
        return JdbcStatements.number(connection, "select count(*) from " + name);
    }

    /** Reads rows with all columns, by their keys: of a table with surrogate keys so many, after one of them; or else all. */
    String select() {
        String all = "select %s from %s".formatted(String.join(", ", columns), name);
        return hasPk()
                ? all + " where pk > ? order by pk fetch first ? rows only"
                : all + " order by " + String.join(", ", key);
    }

    int placeOfPk() {
        return columns.indexOf(PK) + 1;
    }

    /** Inserts a row of texts, which become what their columns are. */
    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        String.join(", ", columns),
                        types.stream().map("cast(? as %s)"::formatted).collect(Collectors.joining(", ")));
    }
}
