package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.quarkus.logging.Log;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.imports.reader.ListCell;

/**
 * Writes data files into their tables. Rows that are as they were last time are left alone, so that what was changed
 * in the database since then stays; rows that went from a file go from the database. What an editor has changed stays in
 * any case, and so does what an editor has added: a new row that has the key of such a row, or says the same, is left out.
 */
final class SeedLoader {

    private static final String REVISION = """
            insert into personnel_count_revision (personnel_count_pk, version, change, changed_at, changed_by, reason,
              total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk)
            select pk, version, %s, 'import', %s,
              total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk
            from personnel_count c where pk = ?""";

    /** What a figure said that has no history yet. */
    private static final String FIRST_REVISION = REVISION.formatted("'RECORDED', recorded_at", "null")
            + " and not exists (select 1 from personnel_count_revision r where r.personnel_count_pk = c.pk)";

    private static final String NEXT_REVISION =
            REVISION.formatted("'CORRECTED', current_timestamp", "'the data file has changed'");

    /** The class of SQL states of rules of the tables that a statement would break. */
    private static final String BROKEN_RULE = "23";

    /** In place of the digest of a row that has left its file and could not be deleted. */
    private static final String REMOVED = "removed";

    private final Connection connection;
    private final SeedReferences references;

    SeedLoader(Connection connection) {
        this.connection = connection;
        this.references = new SeedReferences(connection);
    }

    void load(List<SeedFile> files) throws SQLException {
        Map<SeedFile, Set<String>> gone = new HashMap<>();
        for (SeedFile file : files) {
            gone.put(file, loadChanged(file));
        }
        List<SeedFile> referringFirst = new ArrayList<>(files);
        Collections.reverse(referringFirst);
        for (SeedFile file : referringFirst) {
            for (String key : gone.get(file)) {
                delete(file, key);
            }
        }
    }

    /** Loads the rows that are new or changed and answers the keys of those that are there no more. */
    private Set<String> loadChanged(SeedFile file) throws SQLException {
        Map<String, String> before = digests(file);
        EditorRows editorRows = new EditorRows(connection, file);
        Set<String> seen = new HashSet<>();
        for (CSVRecord row : file.rows()) {
            String key = key(file, row);
            if (key == null || !seen.add(key)) {
                throw new SeedFileException("%s, line %s: %s; give every row a key of its own"
                        .formatted(file.path(), file.line(row), key == null ? "no key" : key + " again"));
            }
            String digest = digest(row);
            if (digest.equals(before.get(key))) {
                continue;
            }
            try {
                Map<String, Object> values = values(file, row, key);
                Long added = before.containsKey(key) ? null : editorRows.sameAs(key, row, values);
                if (added != null) {
                    Log.warnf(
                            "%s, row %s is not loaded: an editor has added the same to this database, and that stays",
                            file.path(), key);
                    // what refers to the row of the file refers to the editor's
                    references.of(file.table).put(key, added);
                    continue;
                }
                if (isEdited(file, key)) {
                    Log.warnf("%s, row %s has changed, but an editor has changed it too: that stays", file.path(), key);
                } else {
                    write(file, row, key, values);
                }
            } catch (SQLException e) {
                // a rule of the table that no single cell breaks on its own
                throw new SeedFileException(
                        "%s, line %s: %s".formatted(file.path(), file.line(row), e.getMessage()), e);
            }
            remember(file, key, digest, before.containsKey(key));
        }
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(seen);
        return gone;
    }

    /** Whether an editor has changed or retracted a row since it was read from its file. */
    private boolean isEdited(SeedFile file, String key) throws SQLException {
        String sql =
                switch (file.table) {
                    case "personnel_count" -> """
                            select 1 from personnel_count c
                            join personnel_count_revision r on r.personnel_count_pk = c.pk
                            where c.natural_key = ? and r.changed_by <> 'import'
                            union all select 1 from retracted_personnel_count where natural_key = ?""";
                    case "deployment" -> "select 1 from deployment where natural_key = ? and version > 1";
                    default -> null;
                };
        if (sql == null) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++) {
                select.setString(i, key);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What tells the row from the others of its file; null where that, or a part of it, is missing. */
    private static String key(SeedFile file, CSVRecord row) {
        List<String> parts = new ArrayList<>();
        for (String header : file.keyHeaders) {
            parts.add(
                    (String) read(file, row, header, Collections::singletonList).get(0));
        }
        return parts.contains(null) ? null : String.join("/", parts);
    }

    /** The values of a row by SQL column, in the order of the file. */
    private Map<String, Object> values(SeedFile file, CSVRecord row, String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SeedFile.Column column : file.columns) {
            List<?> cells =
                    read(file, row, column.header(), text -> column.reader().read(text, references));
            for (int i = 0; i < cells.size(); i++) {
                values.put(column.sqlColumns().get(i), cells.get(i));
            }
        }
        values.putIfAbsent(file.keyColumn, key);
        return values;
    }

    private void write(SeedFile file, CSVRecord row, String key, Map<String, Object> columns) throws SQLException {
        Set<String> sqlColumns = columns.keySet();
        List<Object> values = new ArrayList<>(columns.values());
        Long pk = references.of(file.table).get(key);
        if (pk == null) {
            pk = insert(file, sqlColumns, values);
            references.of(file.table).put(key, pk);
        } else {
            String assignments = sqlColumns.stream().map(c -> c + " = ?").collect(joining(", "));
            values.add(pk);
            boolean hasHistory = file.table.equals("personnel_count");
            if (hasHistory) {
                JdbcStatements.update(connection, FIRST_REVISION, pk);
            }
            JdbcStatements.update(
                    connection, "update %s set %s where pk = ?".formatted(file.table, assignments), values.toArray());
            if (hasHistory) {
                JdbcStatements.update(connection, "update personnel_count set version = version + 1 where pk = ?", pk);
                JdbcStatements.update(connection, NEXT_REVISION, pk);
            }
        }
        for (SeedFile.ListColumn list : file.lists) {
            writeList(file, row, list, pk);
        }
    }

    private void writeList(SeedFile file, CSVRecord row, SeedFile.ListColumn list, long pk) throws SQLException {
        String owner = file.table + "_pk";
        JdbcStatements.update(connection, "delete from %s where %s = ?".formatted(list.linkTable(), owner), pk);
        List<?> entries = read(
                file,
                row,
                list.header(),
                text -> ListCell.entries(text).stream()
                        .map(entry -> list.refersTo() == null ? entry : references.primaryKey(list.refersTo(), entry))
                        .toList());
        for (int i = 0; i < entries.size(); i++) {
            if (list.orderColumn() == null) {
                String sql = "insert into %s (%s, %s) values (?, ?)";
                JdbcStatements.update(
                        connection, sql.formatted(list.linkTable(), owner, list.valueColumn()), pk, entries.get(i));
            } else {
                String sql = "insert into %s (%s, %s, %s) values (?, ?, ?)";
                JdbcStatements.update(
                        connection,
                        sql.formatted(list.linkTable(), owner, list.valueColumn(), list.orderColumn()),
                        pk,
                        entries.get(i),
                        i);
            }
        }
    }

    private interface CellFunction {
        List<?> apply(String text);
    }

    private static List<?> read(SeedFile file, CSVRecord row, String header, CellFunction function) {
        try {
            return function.apply(row.get(header));
        } catch (IllegalArgumentException | SeedFileException e) {
            String value = row.isMapped(header) && row.isSet(header) ? row.get(header) : "(no such column)";
            throw new SeedFileException(
                    "%s, line %s, column %s: %s; %s"
                            .formatted(file.path(), file.line(row), header, value, e.getMessage()),
                    e);
        }
    }

    private long insert(SeedFile file, Set<String> sqlColumns, List<Object> values) throws SQLException {
        String marks = sqlColumns.stream().map(c -> "?").collect(joining(", "));
        String sql = "insert into %s (%s) values (%s)".formatted(file.table, String.join(", ", sqlColumns), marks);
        try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"pk"})) {
            JdbcStatements.bind(insert, values.toArray());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private void delete(SeedFile file, String key) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            if (!isEdited(file, key)) {
                JdbcStatements.update(
                        connection, "delete from %s where %s = ?".formatted(file.table, file.keyColumn), key);
            }
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(BROKEN_RULE)) {
                throw e;
            }
            connection.rollback(before);
            // what an editor has added; were it another row of the files, a new database would refuse that
            Log.warnf(
                    "%s, row %s was taken out of the file, but stays: something in this database refers to it",
                    file.path(), key);
            // still the file's: it goes with the next change of the files that finds nothing referring to it
            remember(file, key, REMOVED, true);
            return;
        }
        JdbcStatements.update(connection, "delete from seed_file_row where file = ? and row_key = ?", file.name, key);
    }

    private void remember(SeedFile file, String key, String digest, boolean known) throws SQLException {
        String sql = known
                ? "update seed_file_row set digest = ? where file = ? and row_key = ?"
                : "insert into seed_file_row (digest, file, row_key) values (?, ?, ?)";
        JdbcStatements.update(connection, sql, digest, file.name, key);
    }

    private Map<String, String> digests(SeedFile file) throws SQLException {
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

    private static String digest(CSVRecord row) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            row.toMap().forEach((header, value) -> sha256.update((header + "=" + value + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
