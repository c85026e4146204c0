package org.bluehelmets.seed;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.imports.reader.ListCell;

/** Parses the cells of a seed file's row, and writes the row to its table and link tables. */
record SeedRowWriter(Connection connection, SeedReferences references) {

    private static final String REVISION = """
            insert into personnel_count_revision (personnel_count_pk, version, change, changed_at, changed_by, reason,
              total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk)
            select pk, version, %s, 'import', %s,
              total, women, men, precision, status, as_of_date, as_of_precision, note, source_pk
            from personnel_count c where pk = ?""";

    /** Records the previous values of a count that has no revisions yet. */
    private static final String FIRST_REVISION = REVISION.formatted("'RECORDED', recorded_at", "null")
            + " and not exists (select 1 from personnel_count_revision r where r.personnel_count_pk = c.pk)";

    private static final String NEXT_REVISION =
            REVISION.formatted("'CORRECTED', current_timestamp", "'the seed file has changed'");

    /** Returns the key of a row within its file, or null if a part of the key is missing. */
    static String key(SeedFile file, CSVRecord row) {
        List<String> parts = new ArrayList<>();
        for (String header : file.keyHeaders) {
            parts.add(
                    (String) read(file, row, header, Collections::singletonList).get(0));
        }
        return parts.contains(null) ? null : String.join("/", parts);
    }

    /** Returns the values of a row by SQL column, in the order of the file. */
    Map<String, Object> values(SeedFile file, CSVRecord row, String key) {
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

    /** Inserts or updates a row. An update of a personnel count adds a revision. */
    void write(SeedFile file, CSVRecord row, String key, Map<String, Object> columns) throws SQLException {
        Long pk = references.of(file.table).get(key);
        if (pk == null) {
            pk = insert(file, columns);
            references.of(file.table).put(key, pk);
        } else {
            update(file, pk, columns);
        }
        for (SeedFile.ListColumn list : file.lists) {
            writeList(file, row, list, pk);
        }
    }

    private long insert(SeedFile file, Map<String, Object> columns) throws SQLException {
        Set<String> names = columns.keySet();
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        file.table,
                        String.join(", ", names),
                        String.join(", ", Collections.nCopies(names.size(), "?")));
        return JdbcStatements.insert(connection, sql, columns.values().toArray());
    }

    private void update(SeedFile file, long pk, Map<String, Object> columns) throws SQLException {
        String assignments =
                columns.keySet().stream().map(column -> column + " = ?").collect(joining(", "));
        List<Object> values = new ArrayList<>(columns.values());
        values.add(pk);
        boolean hasRevisions = file.table.equals("personnel_count");
        if (hasRevisions) {
            JdbcStatements.update(connection, FIRST_REVISION, pk);
        }
        JdbcStatements.update(
                connection, "update %s set %s where pk = ?".formatted(file.table, assignments), values.toArray());
        if (hasRevisions) {
            JdbcStatements.update(connection, "update personnel_count set version = version + 1 where pk = ?", pk);
            JdbcStatements.update(connection, NEXT_REVISION, pk);
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

    /** Parses a cell, and adds its place to errors. */
    private static List<?> read(SeedFile file, CSVRecord row, String header, Function<String, List<?>> parser) {
        try {
            return parser.apply(row.get(header));
        } catch (IllegalArgumentException | SeedFileException e) {
            String value = row.isMapped(header) && row.isSet(header) ? row.get(header) : "(no such column)";
            throw new SeedFileException(
                    "%s, line %s, column %s: %s; %s"
                            .formatted(file.path(), file.line(row), header, value, e.getMessage()),
                    e);
        }
    }
}
