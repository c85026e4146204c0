package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.imports.FileMonths.Month;
import org.bluehelmets.imports.FileMonths.RowGroup;
import org.bluehelmets.imports.MonthlyReports.Report;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;
import org.bluehelmets.imports.staging.StagingTable;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Imports monthly contributions. Rows go to a staging table first, in any order. Then each month of the file replaces
 * the stored month, unless both are equal. A month with bad rows does not replace a stored one, because nations without
 * a row would count 0.
 */
final class ContributionImport implements DatasetImport {

    /** Bounds the cache of parsed dates, so that memory does not grow with the file. */
    private static final int MAX_CACHED_DATES = 10_000;

    private final Connection connection;
    private final MonthlyReports reports;
    private final NationResolver nations;
    private final MissionResolver missions;

    private final StagingTable.Store store;
    private final StagingTable stagedRows;
    private final FileMonths months = new FileMonths();
    private final Map<String, LocalDate> parsedDates = new HashMap<>();

    private final List<String> incomplete = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private long rowsLeftOut;
    private long rowsStaged;

    ContributionImport(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
            throws SQLException {
        this.connection = connection;
        reports = new MonthlyReports(connection, source);
        nations = new NationResolver(connection);
        missions = new MissionResolver(connection, source);
        this.store = store;
        stagedRows = store.open(connection, dataSource);
    }

    @Override
    public void addRow(InputRow row) throws BadCellException, SQLException {
        LocalDate date = date(row);
        long nation = nations.resolve(
                row, ContributionColumns.NATION_CODE, ContributionColumns.NATION_M49, ContributionColumns.NATION_NAME);
        PersonnelCategory category = CellParser.category(row, ContributionColumns.CATEGORY);
        int women = CellParser.people(row, ContributionColumns.WOMEN);
        int men = CellParser.people(row, ContributionColumns.MEN);
        boolean markedIncomplete = CellParser.flag(row, ContributionColumns.INCOMPLETE);
        // last, because it may add the mission
        Long mission = missions.resolve(row, ContributionColumns.MISSION, date);
        if (markedIncomplete) {
            months.markIncomplete(YearMonth.from(date));
        }
        months.addRow(row.line(), date, mission != null);
        stagedRows.add(date, nation, mission, category, women, men);
        rowsStaged++;
    }

    @Override
    public void addBadRow(InputRow row) {
        try {
            if (row.error() == null) {
                months.addBadRow(YearMonth.from(date(row)));
                return;
            }
        } catch (BadCellException e) {
            // the month is unknown
        }
        months.addBadRowOfUnknownMonth();
    }

    private LocalDate date(InputRow row) throws BadCellException {
        String text = row.get(ContributionColumns.DATE);
        LocalDate date = parsedDates.get(text);
        if (date == null) {
            date = CellParser.pastDate(row, ContributionColumns.DATE);
            if (parsedDates.size() < MAX_CACHED_DATES) {
                parsedDates.put(text, date);
            }
        }
        return date;
    }

    @Override
    public void finishReading(BadRows badRows) throws SQLException {
        stagedRows.finish();
        rejectMinorityRows(badRows);
        leaveOutKeptMonths();
        if (badRows.count() > 0 || !kept.isEmpty()) {
            missions.removeAddedWithoutStagedRows();
        }
    }

    /** A month with and without missions would count people twice: the smaller group of its rows is bad. */
    private void rejectMinorityRows(BadRows badRows) throws SQLException {
        for (Map.Entry<YearMonth, Month> entry : months.all().entrySet()) {
            YearMonth month = entry.getKey();
            boolean byMission = entry.getValue().byMission();
            RowGroup minority = entry.getValue().minority();
            if (minority.count() > 0) {
                String reason =
                        "this is the first of %s rows of %s that name %s mission, unlike most rows of the month;"
                                + " name a mission in all rows of a month, or in none";
                badRows.add(
                        new BadRow(
                                minority.firstLine(),
                                ContributionColumns.MISSION,
                                null,
                                reason.formatted(minority.count(), month, byMission ? "no" : "a")),
                        minority.count());
                rowsStaged -= stagedRows.remove(month, !byMission);
                months.addBadRow(month);
            }
        }
    }

    private void leaveOutKeptMonths() throws SQLException {
        for (Map.Entry<YearMonth, Month> entry :
                months.removeKept(reports.findAll()).entrySet()) {
            int rows = stagedRows.remove(entry.getKey(), entry.getValue().byMission());
            kept.add(entry.getKey().toString());
            rowsLeftOut += rows;
            rowsStaged -= rows;
        }
    }

    @Override
    public ImportSummary apply() throws SQLException {
        verifyStagedRows();
        Map<YearMonth, Report> stored = reports.findAll();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (Map.Entry<YearMonth, Month> entry : months.all().entrySet()) {
            YearMonth month = entry.getKey();
            Report before = stored.get(month);
            Report after = new Report(
                    entry.getValue().majority().lastDay(), entry.getValue().byMission(), months.isIncomplete(month));
            if (before == null) {
                added.add(month.toString());
                reports.addMonth(month, after);
            } else if (!after.equals(before) || reports.differsFromStaged(month, before)) {
                replaced.add(month.toString());
                reports.replaceMonth(month, before, after);
            }
            if (after.incomplete()) {
                incomplete.add(month.toString());
            }
        }
        if (!added.isEmpty() || !replaced.isEmpty()) {
            store.refreshStatistics(connection);
        }
        int unchanged = months.all().size() - added.size() - replaced.size();
        return new ImportSummary(added, replaced, List.of(), unchanged, kept.size());
    }

    /** Guards against a staging table that another process has changed. */
    private void verifyStagedRows() throws SQLException {
        long found = JdbcStatements.number(connection, "select count(*) from contribution_staging");
        if (found != rowsStaged) {
            throw new IllegalStateException("the staging table has %s rows instead of %s".formatted(found, rowsStaged));
        }
    }

    @Override
    public List<Shrinkage> findShrinkage() throws SQLException {
        return reports.findShrinkage().stream().filter(Shrinkage::isLarge).toList();
    }

    @Override
    public List<String> incomplete() {
        return incomplete;
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public long rowsLeftOut() {
        return rowsLeftOut;
    }

    @Override
    public Set<String> missionsAdded() {
        return missions.added();
    }

    @Override
    public void close() throws SQLException {
        stagedRows.close();
    }
}
