package org.bluehelmets.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Imports who contributes whom to which mission. Rows are gathered in a table of their own first, in whatever order
 * they come; then each month that the file has replaces the one that was there, unless they are equal.
 */
final class ContributionImport implements DatasetImport {

    static final String CODE = "isocode3";
    static final String M49 = "m49_code";
    static final String NATION = "contributing_country";
    static final String MISSION = "mission_acronym";
    static final String CATEGORY = "personnel_type";
    static final String WOMEN = "female_personnel";
    static final String MEN = "male_personnel";
    static final String DATE = "last_reporting_date";

    /** Those that a file must have. Nations are found by name where it has no codes. */
    static final List<String> COLUMNS = List.of(NATION, MISSION, CATEGORY, WOMEN, MEN, DATE);

    static final List<String> OPTIONAL = List.of(CODE, M49);

    private static final int MOST_TEXTS = 10_000;

    /** Two lines for the same nation, mission, category and month add up. */
    private static final String MONTH_READ = """
            select nation_pk, mission_pk, category, sum(women) as women, sum(men) as men
            from contribution_read where report_month = ?
            group by nation_pk, mission_pk, category""";

    private static final String MONTH_STORED = """
            select nation_pk, mission_pk, category, women, men
            from personnel_count where source_pk = ? and as_of_date = ?""";

    /** What is known of a month of the file so far. Some months are published by nation only, without missions. */
    private static final class Month {
        final Rows withMission = new Rows();
        final Rows withoutMission = new Rows();

        boolean byMission() {
            return withMission.count > 0 && withMission.count >= withoutMission.count;
        }

        Report report() {
            return new Report(byMission() ? withMission.lastDay : withoutMission.lastDay, byMission());
        }
    }

    private static final class Rows {
        long count;
        long firstLine;
        LocalDate lastDay = LocalDate.MIN;

        void add(long line, LocalDate day) {
            firstLine = count++ == 0 ? line : firstLine;
            lastDay = day.isAfter(lastDay) ? day : lastDay;
        }
    }

    /** A report as the database has it, or will have it. */
    private record Report(LocalDate reportedOn, boolean byMission) {}

    private final Connection connection;
    private final long source;
    private final Nations nations;
    private final Missions missions;

    private final ReadRows.Store store;
    private final ReadRows readRows;
    private final Map<YearMonth, Month> months = new TreeMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private long accepted;

    ContributionImport(Connection connection, long source, ReadRows.Store store, DataSource dataSource)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        nations = new Nations(connection);
        missions = new Missions(connection, source);
        this.store = store;
        readRows = store.open(connection, dataSource);
    }

    @Override
    public void accept(InputRow row) throws BadCellException, SQLException {
        LocalDate date = date(row);
        long nation = nations.find(row, CODE, M49, NATION);
        PersonnelCategory category = Cells.category(row, CATEGORY);
        int women = Cells.people(row, WOMEN);
        int men = Cells.people(row, MEN);
        // last, for it may add the mission
        Long mission = missions.find(row, MISSION, date);
        Month month = months.computeIfAbsent(YearMonth.from(date), m -> new Month());
        (mission == null ? month.withoutMission : month.withMission).add(row.line(), date);
        readRows.add(date, nation, mission, category, women, men);
        accepted++;
    }

    private LocalDate date(InputRow row) throws BadCellException {
        String text = row.get(DATE);
        LocalDate date = dates.get(text);
        if (date == null) {
            date = Cells.pastDate(row, DATE);
            if (dates.size() < MOST_TEXTS) {
                dates.put(text, date);
            }
        }
        return date;
    }

    /** A month with rows of both kinds would count people twice: the fewer of them are bad. */
    @Override
    public void finish(BadRows bad) throws SQLException {
        readRows.finish();
        for (Map.Entry<YearMonth, Month> entry : months.entrySet()) {
            Month month = entry.getValue();
            Rows fewer = month.byMission() ? month.withoutMission : month.withMission;
            if (fewer.count > 0) {
                bad.add(
                        new BadRow(
                                fewer.firstLine,
                                MISSION,
                                null,
                                "%d rows of %s, this the first of them, name %s mission, unlike the rest of the month;"
                                                .formatted(fewer.count, entry.getKey(), month.byMission() ? "no" : "a")
                                        + " a month is reported by mission throughout, or not at all"),
                        fewer.count);
                accepted -= readRows.remove(entry.getKey(), !month.byMission());
            }
        }
        if (bad.count() > 0) {
            missions.forgetUnread();
        }
    }

    @Override
    public Changes apply() throws SQLException {
        requireAllRead();
        Map<YearMonth, Report> stored = storedReports();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (Map.Entry<YearMonth, Month> entry : months.entrySet()) {
            YearMonth month = entry.getKey();
            Report before = stored.get(month);
            Report now = entry.getValue().report();
            if (before == null) {
                added.add(month.toString());
                write(month, now);
            } else if (!now.equals(before) || differs(month, before)) {
                replaced.add(month.toString());
                delete(month, before);
                write(month, now);
            }
        }
        if (!added.isEmpty() || !replaced.isEmpty()) {
            store.refreshStatistics(connection);
        }
        return new Changes(added, replaced, List.of(), months.size() - added.size() - replaced.size(), 0);
    }

    /** Nothing is written where anything has become of the rows read. */
    private void requireAllRead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from contribution_read");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != accepted) {
                throw new IllegalStateException(
                        "%d rows were read, but there are %d".formatted(accepted, rows.getLong(1)));
            }
        }
    }

    private Map<YearMonth, Report> storedReports() throws SQLException {
        Map<YearMonth, Report> reports = new HashMap<>();
        String sql = "select report_month, reported_on, by_mission from monthly_report where source_pk = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reports.put(
                            YearMonth.from(rows.getObject(1, LocalDate.class)),
                            new Report(rows.getObject(2, LocalDate.class), rows.getBoolean(3)));
                }
            }
        }
        return reports;
    }

    /** Whether the file has a month otherwise than the database, in whatever order. */
    private boolean differs(YearMonth month, Report before) throws SQLException {
        String sql = "select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) different"
                .formatted(MONTH_READ, MONTH_STORED);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            LocalDate first = month.atDay(1);
            LocalDate reportedOn = before.reportedOn;
            Sql.bind(select, first, source, reportedOn, source, reportedOn, first);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        }
    }

    private void delete(YearMonth month, Report report) throws SQLException {
        Sql.update(
                connection,
                "delete from personnel_count where source_pk = ? and as_of_date = ?",
                source,
                report.reportedOn);
        Sql.update(
                connection,
                "delete from monthly_report where source_pk = ? and report_month = ?",
                source,
                month.atDay(1));
    }

    private void write(YearMonth month, Report report) throws SQLException {
        LocalDate first = month.atDay(1);
        LocalDate reportedOn = report.reportedOn;
        Sql.update(
                connection,
                "insert into monthly_report (source_pk, report_month, reported_on, by_mission) values (?, ?, ?, ?)",
                source,
                first,
                reportedOn,
                report.byMission);
        Sql.update(connection, """
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, women, men,
                  precision, status, as_of_date, as_of_precision, source_pk)
                select cast(? as varchar) || '/' || n.code || coalesce('/' || m.acronym, '') || '/' || r.category,
                  r.nation_pk, r.mission_pk, r.category, r.women + r.men, r.women, r.men,
                  'EXACT', 'DEPLOYED', cast(? as date), 'DAY', cast(? as bigint)
                from (%s) r
                join nation n on n.pk = r.nation_pk
                left join mission m on m.pk = r.mission_pk
                order by n.code, m.acronym, r.category""".formatted(MONTH_READ), month.toString(), reportedOn, source, first);
    }

    @Override
    public Set<String> missionsAdded() {
        return missions.added();
    }

    @Override
    public void close() throws SQLException {
        readRows.close();
    }
}
