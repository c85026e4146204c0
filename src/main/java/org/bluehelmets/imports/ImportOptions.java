package org.bluehelmets.imports;

/**
 * Options of an import.
 *
 * @param dataset the only accepted dataset; null accepts any
 * @param dryRun report changes without making them
 * @param skipBadRows import the other rows of a file that has bad rows
 * @param allowShrinking import a file even if it removes more than a tenth of the stored data ({@link Shrinkage})
 */
public record ImportOptions(Dataset dataset, boolean dryRun, boolean skipBadRows, boolean allowShrinking) {

    /** Accepts any dataset, changes the database, and refuses files with bad rows or large losses. */
    public static final ImportOptions DEFAULT = new ImportOptions(null, false, false, false);

    public ImportOptions withSkipBadRows() {
        return new ImportOptions(dataset, dryRun, true, allowShrinking);
    }

    public ImportOptions withAllowShrinking() {
        return new ImportOptions(dataset, dryRun, skipBadRows, true);
    }
}
