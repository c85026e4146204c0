package org.bluehelmets.seed;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.JdbcStatements;

/**
 * Loads seed files into their tables. Writes only rows that have changed in their file since the last load, and deletes
 * rows that were removed from it. Never overwrites rows that an editor has changed or added.
 */
final class SeedLoader {

    /** The class of SQL states of constraint violations. */
    private static final String CONSTRAINT_VIOLATION = "23";

    private final Connection connection;
    private final SeedReferences references;
    private final SeedRowWriter writer;
    private final LoadedRows loadedRows;

    SeedLoader(Connection connection) {
        this.connection = connection;
        this.references = new SeedReferences(connection);
        this.writer = new SeedRowWriter(connection, references);
        this.loadedRows = new LoadedRows(connection);
    }

    void load(List<SeedFile> files) throws SQLException {
        Map<SeedFile, Set<String>> removed = new HashMap<>();
        for (SeedFile file : files) {
            removed.put(file, loadChanged(file));
        }
        List<SeedFile> referringFirst = new ArrayList<>(files);
        Collections.reverse(referringFirst);
        for (SeedFile file : referringFirst) {
            for (String key : removed.get(file)) {
                delete(file, key);
            }
        }
    }

    /** Loads new and changed rows, and returns the keys of rows that were removed from the file. */
    private Set<String> loadChanged(SeedFile file) throws SQLException {
        Map<String, String> loaded = loadedRows.digests(file);
        EditorRows editorRows = new EditorRows(connection, file);
        Set<String> keys = new HashSet<>();
        for (CSVRecord row : file.rows()) {
            String key = SeedRowWriter.key(file, row);
            if (key == null || !keys.add(key)) {
                throw new SeedFileException("%s, line %s: %s; give every row a key of its own"
                        .formatted(
                                file.path(),
                                file.line(row),
                                key == null ? "the key is missing" : "the key " + key + " appears twice"));
            }
            String digest = LoadedRows.digest(row);
            if (!digest.equals(loaded.get(key))) {
                load(file, row, key, digest, editorRows, loaded.containsKey(key));
            }
        }
        Set<String> removed = new HashSet<>(loaded.keySet());
        removed.removeAll(keys);
        return removed;
    }

    private void load(SeedFile file, CSVRecord row, String key, String digest, EditorRows editorRows, boolean wasLoaded)
            throws SQLException {
        try {
            Map<String, Object> values = writer.values(file, row, key);
            Long addedByEditor = wasLoaded ? null : editorRows.findSame(key, row, values);
            if (addedByEditor != null) {
                Log.warnf(
                        "%s, row %s is not loaded, because an editor has added the same row to this database",
                        file.path(), key);
                // other rows that refer to this row refer to the editor's row
                references.of(file.table).put(key, addedByEditor);
                return;
            }
            if (isEdited(file, key)) {
                Log.warnf(
                        "%s, row %s has changed, but is not loaded, because an editor has changed it",
                        file.path(), key);
            } else {
                writer.write(file, row, key, values);
            }
        } catch (SQLException e) {
            // a constraint that involves several cells
            throw new SeedFileException("%s, line %s: %s".formatted(file.path(), file.line(row), e.getMessage()), e);
        }
        if (wasLoaded) {
            loadedRows.update(file, key, digest);
        } else {
            loadedRows.insert(file, key, digest);
        }
    }

    /** Whether an editor has changed or retracted a row. */
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

    private void delete(SeedFile file, String key) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            if (!isEdited(file, key)) {
                JdbcStatements.update(
                        connection, "delete from %s where %s = ?".formatted(file.table, file.keyColumn), key);
            }
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(CONSTRAINT_VIOLATION)) {
                throw e;
            }
            connection.rollback(savepoint);
            // only editors' rows can refer to it: other seed rows with such a reference fail to load
            Log.warnf(
                    "%s, row %s was removed from the file, but stays in this database, because other rows refer to it",
                    file.path(), key);
            loadedRows.markRemoved(file, key);
            return;
        }
        loadedRows.delete(file, key);
    }
}
