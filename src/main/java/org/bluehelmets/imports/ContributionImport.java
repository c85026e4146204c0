package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bluehelmets.imports.MonthlyReports.Report;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;
import org.bluehelmets.imports.staging.StagingTable;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Imports who contributes whom to which mission. Rows are gathered in a table of their own first, in whatever order
 * they come; then each month that the file has replaces the one that was there, unless they are equal. A month with rows
 * that cannot be read replaces nothing: nations without a row would count as nobody.
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

    /** Whether the report of the row's month lacks rows, as an export says of it. */
    static final String INCOMPLETE = "report_incomplete";

    static final List<String> OPTIONAL = List.of(CODE, M49, INCOMPLETE);

    private static final int MOST_TEXTS = 10_000;

    /** What is known of a month of the file so far. Some months are published by nation only, without missions. */
    private static final class Month {
        final Rows withMission = new Rows();
        final Rows withoutMission = new Rows();

        boolean byMission() {
            return withMission.count > 0 && withMission.count >= withoutMission.count;
        }

        Rows rows() {
            return byMission() ? withMission : withoutMission;
        }

        Rows fewerRows() {
            return byMission() ? withoutMission : withMission;
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

    private final Connection connection;
    private final MonthlyReports reports;
    private final NationResolver nations;
    private final MissionResolver missions;

    private final StagingTable.Store store;
    private final StagingTable readRows;
    private final Map<YearMonth, Month> months = new TreeMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();

    /** Months of which the file has rows that cannot be read. */
    private final Set<YearMonth> withSkippedRows = new HashSet<>();

    /** Months that the file says are incomplete. */
    private final Set<YearMonth> saidIncomplete = new HashSet<>();

    /** Whether a row cannot be read that may belong to any month. */
    private boolean skippedOfUnknownMonth;

    private final List<String> incomplete = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private long leftOut;
    private long accepted;

    ContributionImport(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
            throws SQLException {
        this.connection = connection;
        reports = new MonthlyReports(connection, source);
        nations = new NationResolver(connection);
        missions = new MissionResolver(connection, source);
        this.store = store;
        readRows = store.open(connection, dataSource);
    }

    @Override
    public void accept(InputRow row) throws BadCellException, SQLException {
        LocalDate date = date(row);
        long nation = nations.find(row, CODE, M49, NATION);
        PersonnelCategory category = CellParser.category(row, CATEGORY);
        int women = CellParser.people(row, WOMEN);
        int men = CellParser.people(row, MEN);
        boolean saysIncomplete = CellParser.flag(row, INCOMPLETE);
        // last, for it may add the mission
        Long mission = missions.find(row, MISSION, date);
        YearMonth reported = YearMonth.from(date);
        if (saysIncomplete) {
            saidIncomplete.add(reported);
        }
        Month month = months.computeIfAbsent(reported, m -> new Month());
        (mission == null ? month.withoutMission : month.withMission).add(row.line(), date);
        readRows.add(date, nation, mission, category, women, men);
        accepted++;
    }

    /** A row whose month cannot be read counts for every month of the file. */
    @Override
    public void skip(InputRow row) {
        try {
            if (row.fault() == null) {
                withSkippedRows.add(YearMonth.from(date(row)));
                return;
            }
        } catch (BadCellException noDate) {
            // as if the row had none
        }
        skippedOfUnknownMonth = true;
    }

    private boolean hasSkippedRows(YearMonth month) {
        return skippedOfUnknownMonth || withSkippedRows.contains(month);
    }

    private LocalDate date(InputRow row) throws BadCellException {
        String text = row.get(DATE);
        LocalDate date = dates.get(text);
        if (date == null) {
            date = CellParser.pastDate(row, DATE);
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
            Rows fewer = month.fewerRows();
            if (fewer.count > 0) {
                bad.add(
                        new BadRow(
                                fewer.firstLine,
                                MISSION,
                                null,
                                "%s rows of %s, this the first of them, name %s mission, unlike the rest of the month;"
                                                .formatted(fewer.count, entry.getKey(), month.byMission() ? "no" : "a")
                                        + " a month is reported by mission throughout, or not at all"),
                        fewer.count);
                accepted -= readRows.remove(entry.getKey(), !month.byMission());
                withSkippedRows.add(entry.getKey());
            }
        }
        leaveOutKept();
        if (bad.count() > 0 || !kept.isEmpty()) {
            missions.forgetUnread();
        }
    }

    /** Leaves out the months that stay as they are, with all of their rows. */
    private void leaveOutKept() throws SQLException {
        if (withSkippedRows.isEmpty() && saidIncomplete.isEmpty() && !skippedOfUnknownMonth) {
            return;
        }
        Map<YearMonth, Report> stored = reports.stored();
        for (YearMonth month : List.copyOf(months.keySet())) {
            if (keeps(month, stored.get(month))) {
                int rows = readRows.remove(month, months.remove(month).byMission());
                kept.add(month.toString());
                leftOut += rows;
                accepted -= rows;
            }
        }
    }

    @Override
    public ImportSummary apply() throws SQLException {
        requireAllRead();
        Map<YearMonth, Report> stored = reports.stored();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (Map.Entry<YearMonth, Month> entry : months.entrySet()) {
            YearMonth month = entry.getKey();
            Rows rows = entry.getValue().rows();
            Report before = stored.get(month);
            Report now = new Report(
                    rows.lastDay,
                    entry.getValue().byMission(),
                    hasSkippedRows(month) || saidIncomplete.contains(month));
            if (before == null) {
                added.add(month.toString());
                reports.write(month, now);
            } else if (!now.equals(before) || reports.differs(month, before)) {
                replaced.add(month.toString());
                reports.delete(month, before);
                reports.write(month, now);
            }
            if (now.incomplete()) {
                incomplete.add(month.toString());
            }
        }
        if (!added.isEmpty() || !replaced.isEmpty()) {
            store.refreshStatistics(connection);
        }
        int unchanged = months.size() - added.size() - replaced.size();
        return new ImportSummary(added, replaced, List.of(), unchanged, kept.size());
    }

    /** Whether a month stays as it is, since the file lacks rows of it that the database may have. */
    private boolean keeps(YearMonth month, Report before) {
        return before != null && (hasSkippedRows(month) || saidIncomplete.contains(month) && !before.incomplete());
    }

    @Override
    public List<ShrinkingMonth> shrinking() throws SQLException {
        return reports.smaller().stream().filter(ShrinkingMonth::isLarge).toList();
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
        return leftOut;
    }

    /** Nothing is written where anything has become of the rows read. */
    private void requireAllRead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from contribution_staging");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != accepted) {
                throw new IllegalStateException(
                        "%s rows were read, but there are %s".formatted(accepted, rows.getLong(1)));
            }
        }
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
