package org.bluehelmets.ingest;

import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings the database up to the data files. Repeatable: it runs at the first start and again whenever a file has
 * changed, in one transaction.
 */
public class DataFileMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "data files";
    }

    @Override
    public Integer getChecksum() {
        CRC32 crc = new CRC32();
        DataFiles.ALL.forEach(file -> crc.update(file.bytes()));
        return (int) crc.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        new DataFileLoader(context.getConnection()).load(DataFiles.ALL);
    }
}
