package org.bluehelmets.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * The first entry of a backup, which describes its content.
 *
 * @param format the version of the backup format
 * @param schema the schema version of the database
 * @param seedChecksum the checksum of the seed files that the database has loaded
 * @param tables the tables by name
 */
@RegisterForReflection
public record BackupManifest(
        int format,
        String schema,
        @JsonProperty("dataFiles") Integer seedChecksum,
        Map<String, Table> tables) {

    static final String NAME = "manifest.json";

    /** The current version of the backup format. */
    static final int FORMAT = 1;

    /** @param nextPk a key greater than that of any row so far; 0 if the database does not generate the keys */
    @RegisterForReflection
    record Table(long rows, long nextPk) {}
}
