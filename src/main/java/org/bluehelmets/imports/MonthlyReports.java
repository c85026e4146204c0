package org.bluehelmets.imports;

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
import org.bluehelmets.database.JdbcStatements;

/**
 * The stored monthly reports. Compares them with the staged rows of an import and replaces them.
 *
 * @param connection holds the transaction of the import, which sees the staging table
 * @param source the surrogate key of the dataset
 */
record MonthlyReports(Connection connection, long source) {

    /** Adds up rows of the same nation, mission, category and month. */
    private static final String STAGED_MONTH = """
            select nation_pk, mission_pk, category, sum(women) as women, sum(men) as men
            from contribution_staging where report_month = ?
            group by nation_pk, mission_pk, category""";

    private static final String STORED_MONTH = """
            select nation_pk, mission_pk, category, women, men
            from personnel_count where source_pk = ? and as_of_date = ?""";

    /** Nations that are reported with 0 people do not count as lost. */
    private static final String SHRINKAGE = """
            select staged_month.report_month, stored_month.nations, staged_month.nations,
              stored_month.people, staged_month.people
            from (
              select report_month, count(distinct case when women + men > 0 then nation_pk end) as nations,
                sum(women) + sum(men) as people
              from contribution_staging group by report_month) staged_month
            join (
              select r.report_month, count(distinct case when c.total > 0 then c.nation_pk end) as nations,
                coalesce(sum(c.total), 0) as people
              from monthly_report r
              left join personnel_count c on c.source_pk = r.source_pk and c.as_of_date = r.reported_on
              where r.source_pk = ?
                and exists (select 1 from contribution_staging x where x.report_month = r.report_month)
              group by r.report_month) stored_month on stored_month.report_month = staged_month.report_month
            where staged_month.nations < stored_month.nations or staged_month.people < stored_month.people
            order by staged_month.report_month""";

    /**
     * A monthly report without its counts.
     *
     * @param reportedOn the latest day of its rows
     * @param byMission whether its rows name missions
     * @param incomplete whether it lacks rows that could not be read
     */
    record Report(LocalDate reportedOn, boolean byMission, boolean incomplete) {}

    Map<YearMonth, Report> findAll() throws SQLException {
        Map<YearMonth, Report> reports = new HashMap<>();
        String sql = "select report_month, reported_on, by_mission, incomplete from monthly_report where source_pk = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reports.put(
                            YearMonth.from(rows.getObject(1, LocalDate.class)),
                            new Report(rows.getObject(2, LocalDate.class), rows.getBoolean(3), rows.getBoolean(4)));
                }
            }
        }
        return reports;
    }

    /** Finds the months that have fewer nations or people in the file than in the database, in one statement. */
    List<Shrinkage> findShrinkage() throws SQLException {
        List<Shrinkage> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SHRINKAGE)) {
            select.setLong(1, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Shrinkage(
                            YearMonth.from(rows.getObject(1, LocalDate.class)).toString(),
                            "nations",
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5)));
                }
            }
        }
        return found;
    }

    /** Whether the counts of a month differ between the staging table and the database. */
    boolean differsFromStaged(YearMonth month, Report stored) throws SQLException {
        String sql = "select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) different"
                .formatted(STAGED_MONTH, STORED_MONTH);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            LocalDate first = month.atDay(1);
            LocalDate reportedOn = stored.reportedOn;
            JdbcStatements.bind(select, first, source, reportedOn, source, reportedOn, first);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        }
    }

    /** Replaces the stored report and counts of a month by the staged rows. */
    void replaceMonth(YearMonth month, Report before, Report after) throws SQLException {
        deleteMonth(month, before);
        addMonth(month, after);
    }

    private void deleteMonth(YearMonth month, Report report) throws SQLException {
        JdbcStatements.update(
                connection,
                "delete from personnel_count where source_pk = ? and as_of_date = ?",
                source,
                report.reportedOn);
        JdbcStatements.update(
                connection,
                "delete from monthly_report where source_pk = ? and report_month = ?",
                source,
                month.atDay(1));
    }

    /** Stores the staged rows of a month that has no report yet. */
    void addMonth(YearMonth month, Report report) throws SQLException {
        LocalDate first = month.atDay(1);
        JdbcStatements.update(connection, """
                insert into monthly_report (source_pk, report_month, reported_on, by_mission, incomplete)
                values (?, ?, ?, ?, ?)""", source, first, report.reportedOn, report.byMission, report.incomplete);
        JdbcStatements.update(
                connection, """
                insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, women, men,
                  precision, status, as_of_date, as_of_precision, source_pk)
                select cast(? as varchar) || '/' || n.code || coalesce('/' || m.acronym, '') || '/' || r.category,
                  r.nation_pk, r.mission_pk, r.category, r.women + r.men, r.women, r.men,
                  'EXACT', 'DEPLOYED', cast(? as date), 'DAY', cast(? as bigint)
                from (%s) r
                join nation n on n.pk = r.nation_pk
                left join mission m on m.pk = r.mission_pk
                order by n.code, m.acronym, r.category""".formatted(STAGED_MONTH), month.toString(), report.reportedOn, source, first);
    }
}
