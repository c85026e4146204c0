package org.bluehelmets.imports;

/**
 * How to import.
 *
 * @param dataset the only one that is wanted; null for any
 * @param dryRun change nothing, and say what would have changed
 * @param skipBadRows load the rest where some rows cannot be read
 * @param allowShrinking load the file although it removes more than {@link ShrinkingMonth} allows by itself
 */
public record ImportOptions(Dataset dataset, boolean dryRun, boolean skipBadRows, boolean allowShrinking) {

    /** Any dataset, all of the file, for good. */
    public static final ImportOptions DEFAULT = new ImportOptions(null, false, false, false);

    public ImportOptions withSkipBadRows() {
        return new ImportOptions(dataset, dryRun, true, allowShrinking);
    }

    public ImportOptions withAllowShrinking() {
        return new ImportOptions(dataset, dryRun, skipBadRows, true);
    }
}
