package org.bluehelmets.imports;

import java.util.ArrayList;
import java.util.List;

/** Counts the rows of a file that cannot be read, and keeps the first of them. */
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

    /** @param rows how many rows the one stands for */
    void add(BadRow row, long rows) {
        count += rows;
        progress.bad(row);
        if (first.size() < ImportReport.MOST_BAD_ROWS) {
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
