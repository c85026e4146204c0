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
 * Makes the database what it was at a backup, while others read: they see all of what was there before, or all of what
 * the backup has. Who writes has to wait.
 */
@ApplicationScoped
public class Restore {

    /** The manifest has a line for each table. */
    private static final int LONGEST_MANIFEST = 1_000_000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerators keys;
    private final StagingTable.Store store;
    private final ReadReplica replica;

    Restore(
            DataSource dataSource,
            ObjectMapper json,
            IdGenerators keys,
            StagingTable.Store store,
            ReadReplica replica) {
        this.dataSource = dataSource;
        this.json = json;
        this.keys = keys;
        this.store = store;
        this.replica = replica;
    }

    /**
     * Restores a backup. The stream is closed.
     *
     * @return how many rows there are now
     * @throws UnreadableFileException where nothing was changed because of the file
     * @throws ImportRunningException where nothing was changed because of an import
     */
    public long run(InputStream file) throws UnreadableFileException, ImportRunningException {
        Path whole = null;
        try {
            // others would wait for a slow network, or a client that stops in the middle
            whole = Files.createTempFile("restore", ".zip");
            try (file) {
                Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(whole), UTF_8)) {
                return run(zip);
            }
        } catch (IOException e) {
            throw new UnreadableFileException("it is no whole backup: " + e.getMessage(), e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // CSV that is none, and names that are no text
            throw new UnreadableFileException("it is damaged: " + e.getMessage(), e);
        } catch (SQLException e) {
            if (TransientSqlErrors.isLockConflict(e)) {
                throw new ImportRunningException(e);
            }
            throw TransientSqlErrors.failure("the database failed", e);
        } finally {
            delete(whole);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            Log.warnf(e, "%s could not be deleted", file);
        }
    }

    private long run(ZipInputStream zip)
            throws IOException, SQLException, UnreadableFileException, ImportRunningException {
        BackupManifest manifest = manifest(zip);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, TableSchema> tables = new LinkedHashMap<>();
                TableSchema.all(connection).forEach(table -> tables.put(table.name(), table));
                check(manifest, AppliedMigrations.schemaVersion(connection), tables.keySet());
                DatasetLocks.tryLockAll(connection);
                DataVersion.lock(connection);
                keepKeysFree(connection, manifest, tables);
                clear(connection, new ArrayList<>(tables.values()));
                long rows = fill(connection, zip, manifest, tables);
                // a backup may be of a build that compared text in another way
                TextKeyColumns.refresh(connection);
                store.refreshStatistics(connection);
                readDataFilesAgain(connection, manifest.dataFiles());
                DataVersion restored = DataVersion.changeByRestore(connection);
                connection.commit();
                replica.changed(restored.changes());
                return rows;
            } finally {
                JdbcStatements.reset(connection);
            }
        }
    }

    private BackupManifest manifest(ZipInputStream zip) throws IOException, UnreadableFileException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupManifest.NAME)) {
            throw new UnreadableFileException("it is no backup of this service");
        }
        try {
            BackupManifest manifest = json.readValue(zip.readNBytes(LONGEST_MANIFEST), BackupManifest.class);
            if (manifest == null) {
                throw new UnreadableFileException("its manifest is empty");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("its manifest cannot be read", e);
        }
    }

    private static void check(BackupManifest manifest, String schema, Set<String> tables)
            throws UnreadableFileException {
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new UnreadableFileException(
                    "it has format %s, and this service knows %s".formatted(manifest.format(), BackupManifest.FORMAT));
        }
        if (!schema.equals(manifest.schema())) {
            throw new UnreadableFileException(
                    "its tables have version %s, and those here %s; restore it with the service that made it, then start the newer one on that database"
                            .formatted(manifest.schema(), schema));
        }
        if (manifest.tables() == null
                || !manifest.tables().keySet().equals(tables)
                || manifest.tables().containsValue(null)) {
            throw new UnreadableFileException("its tables are not those of this service");
        }
    }

    /**
     * Has the database give new rows higher keys than any had before the backup, and any has had here: keys of rows that
     * are gone stay in histories.
     */
    private void keepKeysFree(Connection connection, BackupManifest manifest, Map<String, TableSchema> tables)
            throws SQLException {
        for (TableSchema table : tables.values()) {
            if (table.numbered()) {
                keys.keepFree(
                        connection,
                        table.name(),
                        manifest.tables().get(table.name()).nextPk());
            }
        }
    }

    private static void clear(Connection connection, List<TableSchema> tables) throws SQLException {
        for (int i = tables.size() - 1; i >= 0; i--) {
            TableSchema table = tables.get(i);
            for (String column : table.own()) {
                JdbcStatements.update(connection, "update %s set %s = null".formatted(table.name(), column));
            }
            JdbcStatements.update(connection, "delete from " + table.name());
        }
    }

    private static long fill(
            Connection connection, ZipInputStream zip, BackupManifest manifest, Map<String, TableSchema> tables)
            throws IOException, SQLException, UnreadableFileException {
        Set<String> seen = new HashSet<>();
        long all = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().startsWith(Backup.TABLES)
                            && entry.getName().endsWith(Backup.ENDING)
                    ? entry.getName()
                            .substring(Backup.TABLES.length(), entry.getName().length() - Backup.ENDING.length())
                    : null;
            TableSchema table = name == null ? null : tables.get(name);
            if (table == null || !seen.add(name)) {
                throw new UnreadableFileException("it holds %s, which is not expected".formatted(entry.getName()));
            }
            long rows = new TableRestore(connection, table).fill(zip);
            if (rows != manifest.tables().get(name).rows()) {
                throw new UnreadableFileException("its table %s has %s rows, and should have %s"
                        .formatted(name, rows, manifest.tables().get(name).rows()));
            }
            all += rows;
        }
        if (!seen.equals(tables.keySet())) {
            throw new UnreadableFileException("it ended before it was whole");
        }
        return all;
    }

    /** A service with other data files than the backup's reads them when it starts next. */
    private static void readDataFilesAgain(Connection connection, Integer dataFiles) throws SQLException {
        JdbcStatements.update(
                connection,
                "update \"flyway_schema_history\" set \"checksum\" = ? where \"version\" is null",
                dataFiles);
    }
}
