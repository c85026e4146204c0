package org.bluehelmets.backup;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * What a backup says of itself before its tables.
 *
 * @param format of the backup
 * @param schema the version of the tables
 * @param dataFiles the checksum of the data files that the database was brought up to
 * @param tables by name
 */
@RegisterForReflection
public record BackupManifest(int format, String schema, Integer dataFiles, Map<String, Table> tables) {

    static final String NAME = "manifest.json";

    /** The one there is so far. */
    static final int FORMAT = 1;

    /** @param nextPk which no row had then, and none had before; 0 where the database does not number them */
    @RegisterForReflection
    record Table(long rows, long nextPk) {}
}
