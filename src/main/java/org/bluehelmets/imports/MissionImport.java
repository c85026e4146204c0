package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;
import org.bluehelmets.model.MissionKind;

/**
 * Imports the list of missions. It adds the missions that are not there and completes those that other imports have
 * added by their acronyms; what another source says of a mission stays as it is. Rows that describe no mission of their
 * own ({@link MissionAcronyms}) are skipped.
 */
final class MissionImport implements DatasetImport {

    private static final String ACRONYM = "mission_acronym";
    private static final String NAME = "mission_name";
    private static final String ACTIVE = "mission_isactive";
    private static final String START = "start_date";
    private static final String END = "end_date";
    private static final String LOCATION = "mission_location";
    private static final String LONGITUDE = "mission_longitude";
    private static final String LATITUDE = "mission_latitude";

    static final List<String> COLUMNS = List.of(ACRONYM, NAME, START, END);

    private static final String DEPARTMENT = "lead_department";
    private static final String UPDATED = "last_update";

    static final List<String> OPTIONAL = List.of(ACTIVE, LOCATION, LONGITUDE, LATITUDE, DEPARTMENT, UPDATED);

    /** Who leads peacekeeping operations, today and by its former name. */
    private static final Set<String> PEACEKEEPING_DEPARTMENTS = Set.of("DPO", "DPKO");

    private static final Set<String> SUPPORT_DEPARTMENTS = Set.of("DOS", "DFS");

    private static final List<String> SQL_COLUMNS = List.of(
            "name",
            "name_key",
            "kind",
            "started_on_date",
            "started_on_precision",
            "ended_on_date",
            "ended_on_precision",
            "ended",
            "headquarters",
            "location_latitude",
            "location_longitude",
            "source_pk");

    private record Stored(long pk, boolean ours, List<Object> values) {}

    private final Connection connection;
    private final long source;
    private final Map<String, List<Object>> missions = new TreeMap<>();
    private final Set<String> added = new TreeSet<>();
    private final Map<String, SkippedRow> skipped = new TreeMap<>();
    private final MissionAcronyms acronyms = new MissionAcronyms();

    MissionImport(Connection connection, long source) {
        this.connection = connection;
        this.source = source;
    }

    @Override
    public void accept(InputRow row) throws BadCellException {
        String acronym = MissionResolver.acronym(row, ACRONYM);
        row.require(ACRONYM);
        if (missions.containsKey(acronym) || skipped.containsKey(acronym)) {
            throw CellParser.bad(row, ACRONYM, "the mission is there twice; take one of the rows away");
        }
        MissionAcronyms.Meaning meaning = acronyms.of(acronym);
        if (meaning != null && meaning.namesNone()) {
            skipped.put(acronym, new SkippedRow(row.line(), acronym, meaning.reason()));
            return;
        }
        LocalDate start = CellParser.date(row, START);
        LocalDate end = CellParser.date(row, END);
        if (start != null && end != null && end.isBefore(start)) {
            throw CellParser.bad(row, END, "the mission ends before it begins, on " + start);
        }
        Double latitude = CellParser.degrees(row, LATITUDE, 90);
        Double longitude = CellParser.degrees(row, LONGITUDE, 180);
        if ((latitude == null) != (longitude == null)) {
            throw CellParser.bad(
                    row, latitude == null ? LATITUDE : LONGITUDE, "write latitude and longitude, or neither");
        }
        Boolean active = active(row);
        boolean ended = Boolean.FALSE.equals(active) && end == null;
        if (active != null && end != null && contradicts(end, active, day(row))) {
            end = null;
            ended = !active;
        }
        if (Boolean.TRUE.equals(active) && start == null) {
            throw CellParser.bad(row, START, "the mission is active, but has no start; write when it began");
        }
        String name = row.require(NAME);
        missions.put(
                acronym,
                Arrays.asList(
                        name,
                        TextKeyColumns.key(name),
                        kind(row, meaning).name(),
                        start,
                        start == null ? null : "DAY",
                        end,
                        end == null ? null : "DAY",
                        ended,
                        row.get(LOCATION),
                        latitude,
                        longitude,
                        source));
    }

    /**
     * What a mission is. The list is one of peacekeeping missions, of which those that are something else are known by
     * their acronyms, or by the department that leads them.
     */
    private static MissionKind kind(InputRow row, MissionAcronyms.Meaning meaning) {
        String department = row.get(DEPARTMENT);
        if (meaning != null) {
            return meaning.kind();
        }
        if (department == null || PEACEKEEPING_DEPARTMENTS.contains(department.toUpperCase(Locale.ROOT))) {
            return MissionKind.PEACEKEEPING;
        }
        return SUPPORT_DEPARTMENTS.contains(department.toUpperCase(Locale.ROOT))
                ? MissionKind.SUPPORT
                : MissionKind.SPECIAL_POLITICAL;
    }

    /** Whether an end that is past belongs to an active mission, or one ahead to a mission that is over. Activity decides. */
    private static boolean contradicts(LocalDate end, boolean active, LocalDate day) {
        return active ? end.isBefore(day) : end.isAfter(day);
    }

    /** The day that a row speaks of: that of its last update, or else today. */
    private static LocalDate day(InputRow row) throws BadCellException {
        LocalDate updated = CellParser.date(row, UPDATED);
        return updated == null ? LocalDate.now(ZoneOffset.UTC) : updated;
    }

    /** Whether a mission is active; null where nothing says so, and it goes on until its end. */
    private static Boolean active(InputRow row) throws BadCellException {
        String text = row.get(ACTIVE);
        if (text == null) {
            return null;
        }
        if (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("no") || text.equalsIgnoreCase("false")) {
            return false;
        }
        throw CellParser.bad(row, ACTIVE, "write Yes or No");
    }

    @Override
    public ImportSummary apply() throws SQLException {
        Map<String, Stored> stored = stored();
        List<String> replaced = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<String, List<Object>> mission : missions.entrySet()) {
            Stored before = stored.get(mission.getKey());
            if (before == null) {
                insert(mission.getKey(), mission.getValue());
                added.add(mission.getKey());
            } else if (!before.ours) {
                kept++;
            } else if (!before.values.equals(mission.getValue())) {
                update(before.pk, mission.getValue());
                replaced.add(mission.getKey());
            }
        }
        List<String> removed = new ArrayList<>();
        for (String acronym : skipped.keySet()) {
            Stored before = stored.get(acronym);
            if (before != null && before.ours && MissionResolver.removeUnused(connection, acronym)) {
                removed.add(acronym);
            }
        }
        return new ImportSummary(
                List.copyOf(added), replaced, removed, missions.size() - added.size() - replaced.size() - kept, kept);
    }

    /** The missions of the database; ours are those that imports have made. */
    private Map<String, Stored> stored() throws SQLException {
        Map<String, Stored> stored = new TreeMap<>();
        String sql = "select m.acronym, m.pk, s.natural_key, %s from mission m left join source s on s.pk = m.source_pk"
                .formatted(
                        String.join(", ", SQL_COLUMNS.stream().map("m."::concat).toList()));
        List<String> datasets =
                Arrays.stream(Dataset.values()).map(dataset -> dataset.source).toList();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < SQL_COLUMNS.size(); i++) {
                    // a date as java.sql.Date would be another day in some zones
                    values.add(
                            SQL_COLUMNS.get(i).endsWith("_date")
                                    ? rows.getObject(4 + i, LocalDate.class)
                                    : rows.getObject(4 + i));
                }
                String sourceKey = Objects.requireNonNullElse(rows.getString(3), "");
                stored.put(
                        rows.getString(1),
                        new Stored(
                                rows.getLong(2), datasets.contains(sourceKey), Collections.unmodifiableList(values)));
            }
        }
        return stored;
    }

    private void insert(String acronym, List<Object> values) throws SQLException {
        String sql = "insert into mission (%s, acronym) values (%s, ?)"
                .formatted(
                        String.join(", ", SQL_COLUMNS),
                        String.join(", ", Collections.nCopies(SQL_COLUMNS.size(), "?")));
        JdbcStatements.update(connection, sql, and(values, acronym));
    }

    private void update(long pk, List<Object> values) throws SQLException {
        String sql = "update mission set %s = ? where pk = ?".formatted(String.join(" = ?, ", SQL_COLUMNS));
        JdbcStatements.update(connection, sql, and(values, pk));
    }

    private static Object[] and(List<Object> values, Object last) {
        List<Object> all = new ArrayList<>(values);
        all.add(last);
        return all.toArray();
    }

    @Override
    public List<SkippedRow> skipped() {
        return skipped.values().stream()
                .sorted(Comparator.comparingLong(SkippedRow::line))
                .toList();
    }

    @Override
    public Set<String> missionsAdded() {
        return added;
    }
}
