package org.bluehelmets.ingest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What became of a file. Every row of it is stored, skipped or bad: {@code rowsRead = rowsStored + skippedRows.size() +
 * rowsBad}, or, where the file was refused, none is stored or skipped.
 *
 * @param dataset what the file holds: contributions, missions or fatalities
 * @param refused whether nothing was changed because of bad rows
 * @param dryRun whether nothing was changed because it was only a trial; the rest is as it would have been
 * @param rowsRead the rows of the file, without its header
 * @param rowsStored the rows that are in the database now, also those that were before, and of missions also those
 *     that another source describes
 * @param rowsBad the rows that could not be read
 * @param badRows the first of them
 * @param missionsAdded acronyms that no list of missions had
 * @param skippedRows the rows that describe nothing of their own: all of them, for there are few
 */
@RegisterForReflection
public record ImportReport(
        String dataset,
        boolean refused,
        boolean dryRun,
        long rowsRead,
        long rowsStored,
        long rowsBad,
        List<BadRow> badRows,
        Changes changes,
        List<String> missionsAdded,
        List<SkippedRow> skippedRows) {

    /** How many bad rows a report lists. */
    public static final int MOST_BAD_ROWS = 100;
}
