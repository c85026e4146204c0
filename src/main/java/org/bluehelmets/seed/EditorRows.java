package org.bluehelmets.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.reader.ListCell;

/**
 * Finds rows that editors have added to the table of a seed file. A new row of the file neither overwrites nor duplicates
 * them. The rules for duplicates are those of the mutations.
 */
final class EditorRows {

    private static final String FROM_EDITOR_ROWS =
            " from %1$s e where e.%2$s not in (select row_key from seed_file_row where file = ?)";

    private final Connection connection;
    private final SeedFile file;
    private final boolean hasRows;

    EditorRows(Connection connection, SeedFile file) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.hasRows = file.editable && find("select e.pk" + fromEditorRows(), List.of(file.name)) != null;
    }

    /**
     * Returns the surrogate key of an editor's row with the same key or the same content as a row of the file, or null if
     * there is none.
     *
     * @param values the values of the row by SQL column
     */
    Long findSame(String key, CSVRecord row, Map<String, Object> values) throws SQLException {
        if (!hasRows) {
            return null;
        }
        Long found =
                find("select e.pk" + fromEditorRows() + " and e." + file.keyColumn + " = ?", List.of(file.name, key));
        if (found != null) {
            return found;
        }
        return file.table.equals("battalion") ? findByName(row) : findByIdentity(values);
    }

    /** Finds a unit by any of its names, like {@code battalion(name:)}. */
    private Long findByName(CSVRecord row) throws SQLException {
        List<String> names = new ArrayList<>(ListCell.entries(row.get("aliases")));
        names.add(row.get("name"));
        String sql = "select e.pk" + fromEditorRows() + " and (e.name_key = ? or e.alias_keys like ?)";
        for (String name : names) {
            String folded = TextKeyColumns.key(name);
            // a key consists of letters, digits and spaces, which need no escaping in LIKE
            Long found = folded.isEmpty() ? null : find(sql, List.of(file.name, folded, "%\n" + folded + "\n%"));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Long findByIdentity(Map<String, Object> values) throws SQLException {
        // without rotations, a nation may have any number of deployments
        if (file.identity.isEmpty() || file.table.equals("deployment") && values.get("rotation") == null) {
            return null;
        }
        StringBuilder sql = new StringBuilder("select e.pk").append(fromEditorRows());
        List<Object> bound = new ArrayList<>(List.of(file.name));
        for (String column : file.identity) {
            sql.append(" and e.").append(column);
            if (values.get(column) == null) {
                sql.append(" is null");
            } else {
                sql.append(" = ?");
                bound.add(values.get(column));
            }
        }
        return find(sql.toString(), bound);
    }

    private String fromEditorRows() {
        return FROM_EDITOR_ROWS.formatted(file.table, file.keyColumn);
    }

    /** Returns the number in the first row, or null if there is no row. */
    private Long find(String sql, List<?> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql + " order by e.pk fetch first 1 row only");
                ResultSet rows = JdbcStatements.bind(select, values.toArray()).executeQuery()) {
            return rows.next() ? rows.getLong(1) : null;
        }
    }
}
