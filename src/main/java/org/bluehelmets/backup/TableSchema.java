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
 * The schema of a table in backups, read from the database. All names are in lower case.
 *
 * @param hasGeneratedIds whether the database generates the surrogate keys
 * @param columns the columns in the order of the table
 * @param types the database-specific types of the columns
 * @param primaryKey the columns of the primary key
 * @param selfReferences the columns that refer to rows of the same table
 * @param referencedTables the other tables that the table refers to, which must be restored first
 */
public record TableSchema(
        String name,
        boolean hasGeneratedIds,
        List<String> columns,
        List<String> types,
        List<String> primaryKey,
        Set<String> selfReferences,
        Set<String> referencedTables) {

    private static final String PK = "pk";

    /** Flyway's history, staged rows and the data version are not part of backups. */
    private static final Set<String> EXCLUDED = Set.of("flyway_schema_history", "contribution_staging", "data_version");

    /** The JDBC table types of H2 and PostgreSQL, without views. */
    private static final String[] TABLE_TYPES = {"BASE TABLE", "TABLE"};

    /** Reads all tables, ordered so that each follows the tables that it refers to. */
    public static List<TableSchema> readAll(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        TreeMap<String, TableSchema> remaining = new TreeMap<>();
        try (ResultSet tables = metaData.getTables(null, connection.getSchema(), null, TABLE_TYPES)) {
            while (tables.next()) {
                String stored = tables.getString("TABLE_NAME");
                String name = lower(stored);
                if (!EXCLUDED.contains(name)) {
                    remaining.put(name, read(metaData, connection.getSchema(), stored));
                }
            }
        }
        List<TableSchema> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!remaining.isEmpty()) {
            List<TableSchema> next = remaining.values().stream()
                    .filter(table -> placed.containsAll(table.referencedTables))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("the references of these tables form a cycle: " + remaining.keySet());
            }
            for (TableSchema table : next) {
                remaining.remove(table.name);
                placed.add(table.name);
                ordered.add(table);
            }
        }
        return ordered;
    }

    private static TableSchema read(DatabaseMetaData metaData, String schema, String stored) throws SQLException {
        String name = lower(stored);
        Map<String, String> columns = new LinkedHashMap<>();
        boolean hasGeneratedIds = false;
        try (ResultSet found = metaData.getColumns(null, schema, stored, null)) {
            while (found.next()) {
                columns.put(lower(found.getString("COLUMN_NAME")), found.getString("TYPE_NAME"));
                hasGeneratedIds |= found.getString("IS_AUTOINCREMENT").equals("YES");
            }
        }
        TreeMap<Short, String> primaryKey = new TreeMap<>();
        try (ResultSet found = metaData.getPrimaryKeys(null, schema, stored)) {
            while (found.next()) {
                primaryKey.put(found.getShort("KEY_SEQ"), lower(found.getString("COLUMN_NAME")));
            }
        }
        Set<String> selfReferences = new TreeSet<>();
        Set<String> referencedTables = new TreeSet<>();
        try (ResultSet keys = metaData.getImportedKeys(null, schema, stored)) {
            while (keys.next()) {
                String referenced = lower(keys.getString("PKTABLE_NAME"));
                if (referenced.equals(name)) {
                    selfReferences.add(lower(keys.getString("FKCOLUMN_NAME")));
                } else {
                    referencedTables.add(referenced);
                }
            }
        }
        return new TableSchema(
                name,
                hasGeneratedIds,
                List.copyOf(columns.keySet()),
                List.copyOf(columns.values()),
                List.copyOf(primaryKey.values()),
                selfReferences,
                referencedTables);
    }

    private static String lower(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    /** Whether the table has a surrogate key. */
    boolean hasPk() {
        return primaryKey.equals(List.of(PK));
    }

    long count(Connection connection) throws SQLException {
        return JdbcStatements.number(connection, "select count(*) from " + name);
    }

    /**
     * Returns a query for all columns, ordered by key. With a surrogate key, it is a query for one page, whose parameters are
     * the last key of the previous page and the number of rows.
     */
    String selectSql() {
        String all = "select %s from %s".formatted(String.join(", ", columns), name);
        return hasPk()
                ? all + " where pk > ? order by pk fetch first ? rows only"
                : all + " order by " + String.join(", ", primaryKey);
    }

    /** Returns the JDBC index of the surrogate key. */
    int pkIndex() {
        return columns.indexOf(PK) + 1;
    }

    /** Returns an insert statement that casts text parameters to the types of the columns. */
    String insertSql() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        String.join(", ", columns),
                        types.stream().map("cast(? as %s)"::formatted).collect(Collectors.joining(", ")));
    }
}
