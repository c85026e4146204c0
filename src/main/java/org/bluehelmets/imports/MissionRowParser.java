package org.bluehelmets.imports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;
import org.bluehelmets.model.MissionKind;

/** Parses rows of the list of missions into values of the table {@code mission}. */
final class MissionRowParser {

    static final String ACRONYM = "mission_acronym";
    private static final String NAME = "mission_name";
    private static final String ACTIVE = "mission_isactive";
    private static final String START = "start_date";
    private static final String END = "end_date";
    private static final String LOCATION = "mission_location";
    private static final String LONGITUDE = "mission_longitude";
    private static final String LATITUDE = "mission_latitude";
    private static final String DEPARTMENT = "lead_department";
    private static final String UPDATED = "last_update";

    static final List<String> COLUMNS = List.of(ACRONYM, NAME, START, END);
    static final List<String> OPTIONAL = List.of(ACTIVE, LOCATION, LONGITUDE, LATITUDE, DEPARTMENT, UPDATED);

    /** The columns that {@link #values} returns, in this order. */
    static final List<String> SQL_COLUMNS = List.of(
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

    /** The department that leads peacekeeping operations, and its former name. */
    private static final Set<String> PEACEKEEPING_DEPARTMENTS = Set.of("DPO", "DPKO");

    private static final Set<String> SUPPORT_DEPARTMENTS = Set.of("DOS", "DFS");

    private MissionRowParser() {}

    /**
     * Returns the values of {@link #SQL_COLUMNS}.
     *
     * @param meaning what the acronym stands for; null if it is not listed
     * @param source the surrogate key of the dataset
     */
    static List<Object> values(InputRow row, MissionAcronyms.Meaning meaning, long source) throws BadCellException {
        LocalDate start = CellParser.date(row, START);
        LocalDate end = CellParser.date(row, END);
        if (start != null && end != null && end.isBefore(start)) {
            throw CellParser.bad(
                    row, END, "the mission ends before its start on " + start + "; correct one of the dates");
        }
        Double latitude = CellParser.degrees(row, LATITUDE, 90);
        Double longitude = CellParser.degrees(row, LONGITUDE, 180);
        if ((latitude == null) != (longitude == null)) {
            throw CellParser.bad(
                    row, latitude == null ? LATITUDE : LONGITUDE, "write both latitude and longitude, or neither");
        }
        Boolean active = active(row);
        boolean ended = Boolean.FALSE.equals(active) && end == null;
        if (active != null && end != null && contradicts(end, active, asOf(row))) {
            end = null;
            ended = !active;
        }
        if (Boolean.TRUE.equals(active) && start == null) {
            throw CellParser.bad(row, START, "an active mission needs a start date");
        }
        String name = row.require(NAME);
        return Arrays.asList(
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
                source);
    }

    /** The list is one of peacekeeping missions; other kinds are known by acronym or by the department that leads them. */
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

    /** Whether an active mission has an end in the past, or an inactive one an end in the future. The end is ignored then. */
    private static boolean contradicts(LocalDate end, boolean active, LocalDate asOf) {
        return active ? end.isBefore(asOf) : end.isAfter(asOf);
    }

    /** The day that {@code mission_isactive} refers to: the last update of the row, or today in UTC. */
    private static LocalDate asOf(InputRow row) throws BadCellException {
        LocalDate updated = CellParser.date(row, UPDATED);
        return updated == null ? LocalDate.now(ZoneOffset.UTC) : updated;
    }

    /** Whether a mission is active; null if the file does not say so, and the end date decides. */
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
}
