package org.bluehelmets.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bluehelmets.imports.MonthlyReports.Report;

/** The months of a contributions file: how many rows each has, and which of them lack rows. */
final class FileMonths {

    /** Some months are published by nation only, without missions. A month is reported the way most of its rows are. */
    static final class Month {
        private final RowGroup withMission = new RowGroup();
        private final RowGroup withoutMission = new RowGroup();

        boolean byMission() {
            return withMission.count > 0 && withMission.count >= withoutMission.count;
        }

        RowGroup majority() {
            return byMission() ? withMission : withoutMission;
        }

        RowGroup minority() {
            return byMission() ? withoutMission : withMission;
        }
    }

    static final class RowGroup {
        private long count;
        private long firstLine;
        private LocalDate lastDay = LocalDate.MIN;

        private void add(long line, LocalDate day) {
            firstLine = count++ == 0 ? line : firstLine;
            lastDay = day.isAfter(lastDay) ? day : lastDay;
        }

        long count() {
            return count;
        }

        long firstLine() {
            return firstLine;
        }

        LocalDate lastDay() {
            return lastDay;
        }
    }

    private final Map<YearMonth, Month> months = new TreeMap<>();
    private final Set<YearMonth> withBadRows = new HashSet<>();
    private final Set<YearMonth> markedIncomplete = new HashSet<>();
    private boolean badRowOfUnknownMonth;

    void addRow(long line, LocalDate day, boolean hasMission) {
        Month month = months.computeIfAbsent(YearMonth.from(day), key -> new Month());
        (hasMission ? month.withMission : month.withoutMission).add(line, day);
    }

    /** Records that the file itself marks a month as incomplete. */
    void markIncomplete(YearMonth month) {
        markedIncomplete.add(month);
    }

    void addBadRow(YearMonth month) {
        withBadRows.add(month);
    }

    /** Records a bad row that may belong to any month, so that it counts for all of them. */
    void addBadRowOfUnknownMonth() {
        badRowOfUnknownMonth = true;
    }

    Map<YearMonth, Month> all() {
        return months;
    }

    boolean isIncomplete(YearMonth month) {
        return hasBadRows(month) || markedIncomplete.contains(month);
    }

    private boolean hasBadRows(YearMonth month) {
        return badRowOfUnknownMonth || withBadRows.contains(month);
    }

    /** Removes the months whose stored report must not be replaced, and returns them. */
    Map<YearMonth, Month> removeKept(Map<YearMonth, Report> stored) {
        Map<YearMonth, Month> kept = new TreeMap<>();
        for (YearMonth month : List.copyOf(months.keySet())) {
            if (keepsStoredReport(month, stored.get(month))) {
                kept.put(month, months.remove(month));
            }
        }
        return kept;
    }

    /** The stored report stays if the file lacks rows that the report may have. */
    private boolean keepsStoredReport(YearMonth month, Report stored) {
        return stored != null && (hasBadRows(month) || markedIncomplete.contains(month) && !stored.incomplete());
    }
}
