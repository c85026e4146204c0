package org.bluehelmets.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.DatasetLocks;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Loads the seed files in one transaction. This is a repeatable Flyway migration: it runs at the first start, and again
 * after a change of a file or of {@link TextFolding#VERSION}.
 */
public class SeedMigration implements JavaMigration {

    /** Flyway identifies the migration by this description: existing databases contain it. */
    static final String DESCRIPTION = "data files";

    /**
     * The checksum of the packaged files. A native executable computes it at build time, and reads the files only to load
     * them.
     */
    private static final int PACKAGED_CHECKSUM = checksumOfFiles();

    private final int checksum;

    public SeedMigration() {
        this(PACKAGED_CHECKSUM);
    }

    SeedMigration(int checksum) {
        this.checksum = checksum;
    }

    static int checksumOfFiles() {
        CRC32 crc = new CRC32();
        SeedFiles.ALL.forEach(file -> crc.update(file.bytes()));
        crc.update(TextFolding.VERSION);
        return (int) crc.getValue();
    }

    /** Whether a checksum is that of the packaged files. */
    static boolean isUpToDate(Integer checksum) {
        return checksum != null && checksum == PACKAGED_CHECKSUM;
    }

    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Integer getChecksum() {
        return checksum;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        load(context.getConnection());
    }

    /** Loads the seed files in the transaction of the connection. */
    public static void load(Connection connection) throws SQLException {
        DatasetLocks.lockAll(connection);
        DataVersion.lock(connection);
        // first, because the loader compares keys with those of editors' rows
        TextKeyColumns.refresh(connection);
        new SeedLoader(connection).load(SeedFiles.ALL);
        DataVersion.change(connection);
    }
}
