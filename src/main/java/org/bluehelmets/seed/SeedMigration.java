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
 * Brings the database up to the data files. Repeatable: it runs at the first start and again whenever a file has
 * changed, or the way in which text is compared, in one transaction.
 */
public class SeedMigration implements JavaMigration {

    static final String DESCRIPTION = "data files";

    /**
     * Of the files as they were when this class was loaded, which for the native executable is when it was built: it
     * reads them only where they are new to the database.
     */
    private static final int PACKAGED = checksumOfFiles();

    private final int checksum;

    public SeedMigration() {
        this(PACKAGED);
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

    /** Whether a database with this checksum has what the files of this build have. */
    static boolean isNewest(Integer checksum) {
        return checksum != null && checksum == PACKAGED;
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

    /** Brings the database up to the files, in the transaction of the connection. */
    public static void load(Connection connection) throws SQLException {
        DatasetLocks.awaitAll(connection);
        DataVersion.lock(connection);
        // before the files, whose rows are compared with those that editors added
        TextKeyColumns.refresh(connection);
        new SeedLoader(connection).load(SeedFiles.ALL);
        DataVersion.change(connection);
    }
}
