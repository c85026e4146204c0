package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The result of importing a file. Every row is stored, skipped, bad or left out: {@code rowsRead = rowsStored +
 * skippedRows.size() + rowsBad + rowsLeftOut}. If the file was refused, no row is stored, skipped or left out.
 *
 * @param dataset {@code contributions}, {@code missions} or {@code fatalities}
 * @param refused whether the file was refused because of bad rows or because it would remove too much
 * @param dryRun whether this was a dry run; the other values are those of a real import
 * @param rowsRead the rows of the file, without its header
 * @param rowsStored the rows that the database contains now, including unchanged rows and missions of other sources
 * @param rowsBad the rows that cannot be imported
 * @param rowsLeftOut the valid rows of months or missions in {@code kept}
 * @param badRows the first bad rows
 * @param changes what the import added, replaced and removed
 * @param incomplete the months or missions that were stored without their bad rows
 * @param kept the months or missions that keep their stored data because the file has bad rows for them
 * @param shrinkingCount how many months or datasets lose more than a tenth
 * @param shrinking the first of these losses
 * @param missionsAdded the acronyms of missions that were unknown before
 * @param skippedRows the rows that describe no mission of their own
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
        List<Shrinkage> shrinking,
        List<String> missionsAdded,
        List<SkippedRow> skippedRows) {

    /** The maximum length of {@code badRows}. */
    public static final int MAX_BAD_ROWS = 100;

    /** The maximum length of {@code shrinking}. */
    public static final int MAX_SHRINKING = 100;
}
