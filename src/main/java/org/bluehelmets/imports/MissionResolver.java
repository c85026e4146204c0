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

/** Finds missions by acronym and adds those that no list has, so that nothing reported is lost for want of a name. */
final class MissionResolver {

    private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z0-9 .&'()/-]{1,39}");

    /** More missions that no list has than one file should name: then something else stands in their column. */
    private static final int MOST_ADDED = 100;

    private final Connection connection;
    private final long source;
    private final MissionAcronyms acronyms = new MissionAcronyms();
    private final Map<String, Long> primaryKeys = new HashMap<>();
    private final Map<String, LocalDate> starts = new HashMap<>();
    private final Set<String> added = new TreeSet<>();

    /** Whether other imports can add no mission until the transaction ends. */
    private boolean locked;

    /** @param source the surrogate key of the dataset that new missions are known from */
    MissionResolver(Connection connection, long source) throws SQLException {
        this.connection = connection;
        this.source = source;
        read();
    }

    private void read() throws SQLException {
        String sql = "select acronym, pk, started_on_date from mission";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                primaryKeys.put(rows.getString(1), rows.getLong(2));
                starts.put(rows.getString(1), rows.getObject(3, LocalDate.class));
            }
        }
    }

    /** The acronyms of the missions that were added. */
    Set<String> added() {
        return added;
    }

    /**
     * The surrogate key of the mission that a row names, which is added where there is none; null where it names none.
     *
     * @param day what the row counts, it counts on this day
     * @throws BadCellException where what stands there can be no acronym
     */
    Long find(InputRow row, String column, LocalDate day) throws BadCellException, SQLException {
        String acronym = countedIn(acronym(row, column), day);
        if (acronym == null) {
            return null;
        }
        Long mission = primaryKeys.get(acronym);
        if (mission == null && !locked) {
            // two imports that add the same missions in opposite orders would wait for each other
            DatasetLocks.await(connection, Dataset.MISSIONS);
            locked = true;
            // another import may have added it meanwhile
            read();
            mission = primaryKeys.get(acronym);
        }
        if (mission == null) {
            if (added.size() == MOST_ADDED) {
                throw CellParser.bad(
                        row,
                        column,
                        MOST_ADDED
                                + " missions of the file are in no list already; import a list of missions first, or look whether"
                                + " these are acronyms");
            }
            mission = add(acronym);
            primaryKeys.put(acronym, mission);
            added.add(acronym);
        }
        return mission;
    }

    /**
     * The mission in which people or deaths of a day are counted: the one named, or, where the name stands for several
     * missions together, the last of them that had begun.
     *
     * @param acronym may be null, and is answered by null then
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

    /** Removes a mission that an import had added under an acronym that names none of its own, once nothing refers to it. */
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

    /** Takes those away again that no row read names: theirs were left out. */
    void forgetUnread() throws SQLException {
        String sql = """
                delete from mission where acronym = ?
                  and not exists (select 1 from contribution_staging r where r.mission_pk = mission.pk)""";
        for (Iterator<String> acronyms = added.iterator(); acronyms.hasNext(); ) {
            if (JdbcStatements.update(connection, sql, acronyms.next()) > 0) {
                acronyms.remove();
            }
        }
    }

    /** An acronym as missions have it; null where nothing stands there. */
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
        String sql = "insert into mission (acronym, name, name_key, kind, source_pk) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"pk"})) {
            insert.setString(1, acronym);
            insert.setString(2, acronym);
            insert.setString(3, TextKeyColumns.key(acronym));
            insert.setString(4, acronyms.kindOfUnlisted(acronym).name());
            insert.setLong(5, source);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }
}
