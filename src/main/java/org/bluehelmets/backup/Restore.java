package org.bluehelmets.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.IdGenerators;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.imports.DatasetLocks;
import org.bluehelmets.imports.ImportRunningException;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.imports.staging.StagingTable;
import org.bluehelmets.seed.AppliedMigrations;

/**
 * Replaces the content of the database by a backup, in one transaction. Concurrent readers see either the previous content
 * or the backup. Writers wait.
 */
@ApplicationScoped
public class Restore {

    /** In bytes. The manifest has one line for each table. */
    private static final int MAX_MANIFEST_SIZE = 1_000_000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerators idGenerators;
    private final StagingTable.Store store;
    private final ReadReplica replica;

    Restore(
            DataSource dataSource,
            ObjectMapper json,
            IdGenerators idGenerators,
            StagingTable.Store store,
            ReadReplica replica) {
        this.dataSource = dataSource;
        this.json = json;
        this.idGenerators = idGenerators;
        this.store = store;
        this.replica = replica;
    }

    /**
     * Restores a backup, and closes the stream.
     *
     * @return the number of rows in the restored database
     * @throws UnreadableFileException if the file is not a valid backup of this service; nothing has changed
     * @throws ImportRunningException if an import is running; nothing has changed
     */
    public long run(InputStream file) throws UnreadableFileException, ImportRunningException {
        Path copy = null;
        try {
            // receive the whole file first, so that a slow client does not hold the locks
            copy = Files.createTempFile("restore", ".zip");
            try (file) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy), UTF_8)) {
                return run(zip);
            }
        } catch (IOException e) {
            throw new UnreadableFileException("the backup is incomplete or damaged: " + e.getMessage(), e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // invalid CSV, or entry names that are not UTF-8
            throw new UnreadableFileException("the backup is damaged: " + e.getMessage(), e);
        } catch (SQLException e) {
            if (TransientSqlErrors.isLockConflict(e)) {
                throw new ImportRunningException(e);
            }
            throw TransientSqlErrors.failure("the database failed during the restore", e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            Log.warnf(e, "Cannot delete the temporary file %s", file);
        }
    }

    private long run(ZipInputStream zip)
            throws IOException, SQLException, UnreadableFileException, ImportRunningException {
        BackupManifest manifest = readManifest(zip);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, TableSchema> tables = new LinkedHashMap<>();
                TableSchema.readAll(connection).forEach(table -> tables.put(table.name(), table));
                validate(manifest, AppliedMigrations.schemaVersion(connection), tables.keySet());
                DatasetLocks.tryLockAll(connection);
                DataVersion.lock(connection);
                reserveKeys(connection, manifest, tables);
                clear(connection, new ArrayList<>(tables.values()));
                long rows = fill(connection, zip, manifest, tables);
                // the backup may be from a version with other rules for text keys
                TextKeyColumns.refresh(connection);
                store.refreshStatistics(connection);
                restoreSeedChecksum(connection, manifest.seedChecksum());
                DataVersion restored = DataVersion.changeByRestore(connection);
                connection.commit();
                replica.observeVersion(restored.changes());
                return rows;
            } finally {
                JdbcStatements.reset(connection);
            }
        }
    }

    private BackupManifest readManifest(ZipInputStream zip) throws IOException, UnreadableFileException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupManifest.NAME)) {
            throw new UnreadableFileException("the file is not a backup of this service");
        }
        try {
            BackupManifest manifest = json.readValue(zip.readNBytes(MAX_MANIFEST_SIZE), BackupManifest.class);
            if (manifest == null) {
                throw new UnreadableFileException("the manifest of the backup is empty");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("the manifest of the backup cannot be read", e);
        }
    }

    private static void validate(BackupManifest manifest, String schema, Set<String> tables)
            throws UnreadableFileException {
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new UnreadableFileException("the backup has format %s, but this service supports format %s"
                    .formatted(manifest.format(), BackupManifest.FORMAT));
        }
        if (!schema.equals(manifest.schema())) {
            throw new UnreadableFileException(
                    "the backup has schema version %s, but the database has %s; restore the backup with the service that created it, then start the newer service on that database"
                            .formatted(manifest.schema(), schema));
        }
        if (manifest.tables() == null
                || !manifest.tables().keySet().equals(tables)
                || manifest.tables().containsValue(null)) {
            throw new UnreadableFileException("the backup has other tables than this service");
        }
    }

    /**
     * Makes the database generate keys above all keys that the backup or this database has used, because revisions still
     * contain the keys of deleted rows.
     */
    private void reserveKeys(Connection connection, BackupManifest manifest, Map<String, TableSchema> tables)
            throws SQLException {
        for (TableSchema table : tables.values()) {
            if (table.hasGeneratedIds()) {
                idGenerators.keepFree(
                        connection,
                        table.name(),
                        manifest.tables().get(table.name()).nextPk());
            }
        }
    }

    private static void clear(Connection connection, List<TableSchema> tables) throws SQLException {
        for (int i = tables.size() - 1; i >= 0; i--) {
            TableSchema table = tables.get(i);
            for (String column : table.selfReferences()) {
                JdbcStatements.update(connection, "update %s set %s = null".formatted(table.name(), column));
            }
            JdbcStatements.update(connection, "delete from " + table.name());
        }
    }

    private static long fill(
            Connection connection, ZipInputStream zip, BackupManifest manifest, Map<String, TableSchema> tables)
            throws IOException, SQLException, UnreadableFileException {
        Set<String> seen = new HashSet<>();
        long total = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().startsWith(Backup.DIRECTORY)
                            && entry.getName().endsWith(Backup.EXTENSION)
                    ? entry.getName()
                            .substring(
                                    Backup.DIRECTORY.length(), entry.getName().length() - Backup.EXTENSION.length())
                    : null;
            TableSchema table = name == null ? null : tables.get(name);
            if (table == null || !seen.add(name)) {
                throw new UnreadableFileException(
                        "the backup contains the unexpected or duplicate entry %s".formatted(entry.getName()));
            }
            long rows = new TableRestore(connection, table).fill(zip);
            if (rows != manifest.tables().get(name).rows()) {
                throw new UnreadableFileException("the table %s in the backup has %s rows instead of %s"
                        .formatted(name, rows, manifest.tables().get(name).rows()));
            }
            total += rows;
        }
        if (!seen.equals(tables.keySet())) {
            throw new UnreadableFileException("the backup lacks some tables");
        }
        return total;
    }

    /** Stores the backup's checksum, so that the next start of a service with other seed files loads them. */
    private static void restoreSeedChecksum(Connection connection, Integer seedChecksum) throws SQLException {
        JdbcStatements.update(
                connection,
                "update \"flyway_schema_history\" set \"checksum\" = ? where \"version\" is null",
                seedChecksum);
    }
}
