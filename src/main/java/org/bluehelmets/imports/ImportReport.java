package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What became of a file. Every row of it is stored, skipped, bad or left out: {@code rowsRead = rowsStored +
 * skippedRows.size() + rowsBad + rowsLeftOut}, or, where the file was refused, none is stored, skipped or left out.
 *
 * @param dataset what the file holds: contributions, missions or fatalities
 * @param refused whether nothing was changed because of bad rows, or because of what would be lost
 * @param dryRun whether nothing was changed because it was only a trial; the rest is as it would have been
 * @param rowsRead the rows of the file, without its header
 * @param rowsStored the rows that are in the database now, also those that were before, and of missions also those
 *     that another source describes
 * @param rowsBad the rows that could not be read
 * @param rowsLeftOut the rows that could be read, but whose month or mission keeps what was there before, as other rows of
 *     it were skipped
 * @param badRows the first of them
 * @param incomplete the months or missions that are in the database now without rows that were skipped
 * @param kept the months or missions that keep what was there before, as rows of them were skipped
 * @param shrinkingCount how many months or datasets lose more than a tenth, or would
 * @param shrinking the first of them
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
        long rowsLeftOut,
        List<BadRow> badRows,
        ImportSummary changes,
        List<String> incomplete,
        List<String> kept,
        int shrinkingCount,
        List<ShrinkingMonth> shrinking,
        List<String> missionsAdded,
        List<SkippedRow> skippedRows) {

    /** How many bad rows a report lists. */
    public static final int MOST_BAD_ROWS = 100;

    /** How many months that shrink a report lists. */
    public static final int MOST_SHRINKING = 100;
}
