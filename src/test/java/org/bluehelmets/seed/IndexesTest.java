package org.bluehelmets.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bluehelmets.testsupport.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The indexes of the migrated schema. */
class IndexesTest {

    private record Index(String table, String name, boolean unique, List<String> columns) {

        boolean isPrefixOf(Index other) {
            return !name.equals(other.name)
                    && columns.size() <= other.columns.size()
                    && columns.equals(other.columns.subList(0, columns.size()));
        }
    }

    /** H2 creates an index for each foreign key, and requires one of exactly its columns. */
    @Test
    void noIndexIsThePrefixOfAnotherExceptForForeignKeysOnH2() throws SQLException {
        String url = TestDatabase.newUrl();
        List<String> redundant = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(url)) {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations(TestDatabase.LOCATIONS)
                    .load()
                    .migrate();
            DatabaseMetaData metaData = connection.getMetaData();
            try (ResultSet tables =
                    metaData.getTables(null, connection.getSchema(), null, new String[] {"BASE TABLE", "TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    List<Index> indexes = indexes(metaData, connection.getSchema(), table);
                    Set<String> foreignKeys =
                            TestDatabase.isH2() ? foreignKeys(metaData, connection.getSchema(), table) : Set.of();
                    for (Index index : indexes) {
                        boolean ofForeignKey = index.columns.size() == 1 && foreignKeys.contains(index.columns.get(0));
                        indexes.stream()
                                .filter(other -> index.isPrefixOf(other)
                                        && !(ofForeignKey && other.columns.size() > index.columns.size())
                                        && !index.unique)
                                .map(other -> "%s: %s is the prefix of %s".formatted(table, index.name, other.name))
                                .forEach(redundant::add);
                    }
                }
            }
        }
        assertEquals(List.of(), redundant);
    }

    private static List<Index> indexes(DatabaseMetaData metaData, String schema, String table) throws SQLException {
        Map<String, Index> indexes = new TreeMap<>();
        try (ResultSet found = metaData.getIndexInfo(null, schema, table, false, true)) {
            // in the order of the columns of each index
            while (found.next()) {
                String name = found.getString("INDEX_NAME");
                boolean unique = !found.getBoolean("NON_UNIQUE");
                indexes.computeIfAbsent(name, key -> new Index(table, key, unique, new ArrayList<>()))
                        .columns
                        .add(found.getString("COLUMN_NAME"));
            }
        }
        return new ArrayList<>(indexes.values());
    }

    private static Set<String> foreignKeys(DatabaseMetaData metaData, String schema, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet keys = metaData.getImportedKeys(null, schema, table)) {
            while (keys.next()) {
                columns.add(keys.getString("FKCOLUMN_NAME"));
            }
        }
        return columns;
    }
}
