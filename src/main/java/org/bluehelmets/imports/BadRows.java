package org.bluehelmets.imports;

import java.util.ArrayList;
import java.util.List;

/** Counts the bad rows of a file and keeps the first ones for the report. */
final class BadRows {

    private final ImportProgress progress;
    private final List<BadRow> first = new ArrayList<>();
    private long count;

    BadRows(ImportProgress progress) {
        this.progress = progress;
    }

    void add(BadRow row) {
        add(row, 1);
    }

    /** @param rows the number of rows that {@code row} represents */
    void add(BadRow row, long rows) {
        count += rows;
        progress.onBadRow(row);
        if (first.size() < ImportReport.MAX_BAD_ROWS) {
            first.add(row);
        }
    }

    long count() {
        return count;
    }

    List<BadRow> first() {
        return first;
    }
}
