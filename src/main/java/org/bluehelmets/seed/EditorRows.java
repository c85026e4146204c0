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
 * The rows of a data file's table that come from no data file: editors have added them. A new row of the file neither
 * overwrites nor repeats them, by the same rules as editors may not repeat a row.
 */
final class EditorRows {

    private static final String FOREIGN =
            " from %1$s e where e.%2$s not in (select row_key from seed_file_row where file = ?)";

    private final Connection connection;
    private final SeedFile file;
    private final boolean exist;

    EditorRows(Connection connection, SeedFile file) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.exist = file.editable && find("select e.pk" + foreign(), List.of(file.name)) != null;
    }

    /**
     * The surrogate key of the row that an editor has added under the key of a row of the file, or that says the same;
     * null where there is none.
     *
     * @param values of the row, by SQL column
     */
    Long sameAs(String key, CSVRecord row, Map<String, Object> values) throws SQLException {
        if (!exist) {
            return null;
        }
        Long found = find("select e.pk" + foreign() + " and e." + file.keyColumn + " = ?", List.of(file.name, key));
        if (found != null) {
            return found;
        }
        return file.table.equals("battalion") ? named(row) : equal(values);
    }

    /** Units are the same by any of their names, as {@code battalion(name:)} finds them. */
    private Long named(CSVRecord row) throws SQLException {
        List<String> names = new ArrayList<>(ListCell.entries(row.get("aliases")));
        names.add(row.get("name"));
        String sql = "select e.pk" + foreign() + " and (e.name_key = ? or e.alias_keys like ?)";
        for (String name : names) {
            String folded = TextKeyColumns.key(name);
            // a key is letters, digits and spaces, which like takes as they are
            Long found = folded.isEmpty() ? null : find(sql, List.of(file.name, folded, "%\n" + folded + "\n%"));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Long equal(Map<String, Object> values) throws SQLException {
        // where rotations are not counted, a nation has any number of deployments
        if (file.identity.isEmpty() || file.table.equals("deployment") && values.get("rotation") == null) {
            return null;
        }
        StringBuilder sql = new StringBuilder("select e.pk").append(foreign());
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

    private String foreign() {
        return FOREIGN.formatted(file.table, file.keyColumn);
    }

    /** The first number of the first row; null where there is none. */
    private Long find(String sql, List<?> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql + " order by e.pk fetch first 1 row only");
                ResultSet rows = JdbcStatements.bind(select, values.toArray()).executeQuery()) {
            return rows.next() ? rows.getLong(1) : null;
        }
    }
}
