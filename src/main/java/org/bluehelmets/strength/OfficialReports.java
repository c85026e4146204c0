package org.bluehelmets.strength;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.MonthlyReport;
import org.bluehelmets.model.Source;

/** Which months the official dataset reports: it tells a month without a report from a month with nobody. */
@ApplicationScoped
public class OfficialReports {

    /**
     * All reports as one query sees them: a few hundred at most, twelve for each year.
     *
     * @param source their source; null where there are none
     */
    record Calendar(Source source, NavigableMap<LocalDate, OfficialReport> byDay) {

        /**
         * The report that a day is answered from: the last one on or before it; without a day, the last of all. Empty
         * where that says nothing of the scope, and for missions also where the month that should have been reported
         * by then was left out, though later ones were not: who served where in it nobody knows.
         */
        Optional<OfficialReport> asOf(LocalDate day, Scope scope) {
            Map.Entry<LocalDate, OfficialReport> entry = day == null ? byDay.lastEntry() : byDay.floorEntry(day);
            return Optional.ofNullable(entry)
                    .map(Map.Entry::getValue)
                    .filter(report -> report.covers(scope))
                    .filter(report -> scope.mission() == null || day == null || !leftOut(report, day));
        }

        private boolean leftOut(OfficialReport last, LocalDate day) {
            YearMonth over = YearMonth.from(day.plusDays(1)).minusMonths(1);
            return last.month().isBefore(over) && byDay.higherKey(last.on()) != null;
        }

        /** The first report of some months, the last one included, that covers a scope. */
        Optional<OfficialReport> firstWithin(YearMonth first, YearMonth last, Scope scope) {
            return byDay.subMap(first.atDay(1), true, last.atEndOfMonth(), true).values().stream()
                    .filter(report -> report.covers(scope))
                    .findFirst();
        }

        /** The last report of each period that covers a scope, by the first day of the period. */
        Map<LocalDate, OfficialReport> periods(LocalDate from, LocalDate to, Interval interval, Scope scope) {
            Map<LocalDate, OfficialReport> periods = new LinkedHashMap<>();
            for (OfficialReport report : byDay.values()) {
                boolean within = (from == null || !report.on().isBefore(from))
                        && (to == null || !report.on().isAfter(to));
                if (within && report.covers(scope)) {
                    periods.put(interval.start(report.on()), report);
                }
            }
            return periods;
        }
    }

    private final EntityLoader loader;

    OfficialReports(EntityLoader loader) {
        this.loader = loader;
    }

    Calendar calendar() {
        return loader.memoize(Calendar.class, this::read);
    }

    private Calendar read() {
        List<Object[]> rows = loader.query(
                "select r, s from MonthlyReport r join r.source s where s.key = :source",
                Map.of("source", MonthlyReport.SOURCE));
        NavigableMap<LocalDate, OfficialReport> byDay = new TreeMap<>();
        for (Object[] row : rows) {
            MonthlyReport report = (MonthlyReport) row[0];
            byDay.put(report.reportedOn, new OfficialReport(report.reportedOn, report.byMission, report.incomplete));
        }
        return new Calendar(rows.isEmpty() ? null : (Source) rows.get(0)[1], byDay);
    }
}
