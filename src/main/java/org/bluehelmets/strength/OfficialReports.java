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

/** Loads the list of official reports, which distinguishes months without a report from months with a total of 0. */
@ApplicationScoped
public class OfficialReports {

    /**
     * All reports, twelve a year.
     *
     * @param source the dataset; null if there are no reports
     */
    record Calendar(Source source, NavigableMap<LocalDate, OfficialReport> byDay) {

        /**
         * Finds the last report on or before a day. Empty if that report does not cover the scope. For a scope with a
         * mission also empty if the last full month before the day has no report although a later month has one.
         *
         * @param day null for the last report
         */
        Optional<OfficialReport> findLatest(LocalDate day, Scope scope) {
            Map.Entry<LocalDate, OfficialReport> entry = day == null ? byDay.lastEntry() : byDay.floorEntry(day);
            return Optional.ofNullable(entry)
                    .map(Map.Entry::getValue)
                    .filter(report -> report.covers(scope))
                    .filter(report -> scope.missionPk() == null || day == null || !isMonthMissing(report, day));
        }

        private boolean isMonthMissing(OfficialReport last, LocalDate day) {
            YearMonth lastFullMonth = YearMonth.from(day.plusDays(1)).minusMonths(1);
            return last.month().isBefore(lastFullMonth) && byDay.higherKey(last.reportedOn()) != null;
        }

        /** Finds the first report from the first to the last month, inclusive, that covers a scope. */
        Optional<OfficialReport> findFirst(YearMonth first, YearMonth last, Scope scope) {
            return byDay.subMap(first.atDay(1), true, last.atEndOfMonth(), true).values().stream()
                    .filter(report -> report.covers(scope))
                    .findFirst();
        }

        /** Finds the last report in each period that covers a scope. The keys are the first days of the periods. */
        Map<LocalDate, OfficialReport> findLastByPeriod(LocalDate from, LocalDate to, Interval interval, Scope scope) {
            Map<LocalDate, OfficialReport> periods = new LinkedHashMap<>();
            for (OfficialReport report : byDay.values()) {
                boolean within = (from == null || !report.reportedOn().isBefore(from))
                        && (to == null || !report.reportedOn().isAfter(to));
                if (within && report.covers(scope)) {
                    periods.put(interval.start(report.reportedOn()), report);
                }
            }
            return periods;
        }
    }

    private final EntityLoader loader;

    OfficialReports(EntityLoader loader) {
        this.loader = loader;
    }

    Calendar loadCalendar() {
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
