package org.bluehelmets.ingest;

/**
 * How to import.
 *
 * @param dataset the only one that is wanted; null for any
 * @param dryRun change nothing, and say what would have changed
 * @param skipBadRows load the rest where some rows cannot be read
 */
public record ImportOptions(Dataset dataset, boolean dryRun, boolean skipBadRows) {}
