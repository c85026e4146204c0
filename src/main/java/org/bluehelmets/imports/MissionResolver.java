package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;

/** Resolves missions by acronym, and adds unknown ones so that no reported row is lost. */
final class MissionResolver {

    private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z0-9 .&'()/-]{1,39}");

    /** A file with more unknown missions probably has something other than acronyms in that column. */
    private static final int MAX_ADDED = 100;

    private final Connection connection;
    private final long source;
    private final MissionAcronyms acronyms = new MissionAcronyms();
    private final Map<String, Long> primaryKeys = new HashMap<>();
    private final Map<String, LocalDate> starts = new HashMap<>();
    private final Set<String> added = new TreeSet<>();

    /** Whether this transaction holds the lock that adding missions needs. */
    private boolean missionsLocked;

    /** @param source the surrogate key of the dataset, which becomes the source of new missions */
    MissionResolver(Connection connection, long source) throws SQLException {
        this.connection = connection;
        this.source = source;
        loadMissions();
    }

    private void loadMissions() throws SQLException {
        String sql = "select acronym, pk, started_on_date from mission";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                primaryKeys.put(rows.getString(1), rows.getLong(2));
                starts.put(rows.getString(1), rows.getObject(3, LocalDate.class));
            }
        }
    }

    /** Returns the acronyms of the missions that this import has added. */
    Set<String> added() {
        return added;
    }

    /**
     * Returns the surrogate key of the mission that a row names, or null if the cell is empty. Adds an unknown mission.
     *
     * @param day the day of the count or incident
     * @throws BadCellException if the cell is no acronym
     */
    Long resolve(InputRow row, String column, LocalDate day) throws BadCellException, SQLException {
        String acronym = countedIn(acronym(row, column), day);
        if (acronym == null) {
            return null;
        }
        Long mission = primaryKeys.get(acronym);
        if (mission == null && !missionsLocked) {
            // without the lock, two imports that add the same missions in opposite orders would deadlock
            DatasetLocks.lock(connection, Dataset.MISSIONS);
            missionsLocked = true;
            // another import may have added it in the meantime
            loadMissions();
            mission = primaryKeys.get(acronym);
        }
        if (mission == null) {
            if (added.size() == MAX_ADDED) {
                throw CellParser.bad(
                        row,
                        column,
                        "the file has more than %s unknown missions; check that this column has acronyms, or import the list of missions first"
                                .formatted(MAX_ADDED));
            }
            mission = add(acronym);
            primaryKeys.put(acronym, mission);
            added.add(acronym);
        }
        return mission;
    }

    /**
     * Returns the mission in which people or deaths of a day count. If the acronym stands for several missions, this is
     * the last one that had started by that day; otherwise it is the acronym itself.
     *
     * @param acronym may be null; the result is null then
     */
    String countedIn(String acronym, LocalDate day) {
        MissionAcronyms.Meaning meaning = acronym == null ? null : acronyms.of(acronym);
        if (meaning == null) {
            return acronym;
        }
        List<String> parts =
                meaning.countedIn().stream().filter(primaryKeys::containsKey).toList();
        String counted = parts.isEmpty() ? acronym : parts.get(0);
        for (String part : parts) {
            LocalDate start = starts.get(part);
            if (start != null && !start.isAfter(day)) {
                counted = part;
            }
        }
        return counted;
    }

    /**
     * Deletes a mission if no row refers to it.
     *
     * @return whether the mission was deleted
     */
    static boolean removeUnused(Connection connection, String acronym) throws SQLException {
        String sql = "delete from mission where acronym = ?"
                + Stream.of(
                                "personnel_count",
                                "retracted_personnel_count",
                                "figure",
                                "deployment",
                                "battalion",
                                "milestone_mission")
                        .map(" and not exists (select 1 from %s r where r.mission_pk = mission.pk)"::formatted)
                        .collect(Collectors.joining());
        return JdbcStatements.update(connection, sql, acronym) > 0;
    }

    /** Deletes the missions that this import has added but that no staged row names any more. */
    void removeAddedWithoutStagedRows() throws SQLException {
        String sql = """
                delete from mission where acronym = ?
                  and not exists (select 1 from contribution_staging r where r.mission_pk = mission.pk)""";
        for (Iterator<String> acronyms = added.iterator(); acronyms.hasNext(); ) {
            if (JdbcStatements.update(connection, sql, acronyms.next()) > 0) {
                acronyms.remove();
            }
        }
    }

    /** Returns the normalized acronym of a cell, or null if the cell is empty. */
    static String acronym(InputRow row, String column) throws BadCellException {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        String acronym = TextFolding.upperCaseKey(text).replaceAll("\\s+", " ");
        if (!ACRONYM.matcher(acronym).matches()) {
            throw CellParser.bad(row, column, "write an acronym of 2 to 40 letters and digits, such as UNIFIL");
        }
        return acronym;
    }

    private long add(String acronym) throws SQLException {
        return JdbcStatements.insert(
                connection,
                "insert into mission (acronym, name, name_key, kind, source_pk) values (?, ?, ?, ?, ?)",
                acronym,
                acronym,
                TextKeyColumns.key(acronym),
                acronyms.kindOfUnlisted(acronym).name(),
                source);
    }
}
