package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;

/**
 * Imports deaths in missions as one figure for each mission: how many there were by the day that the file was last
 * updated. A file replaces all figures of the one before.
 */
final class FatalityImport implements DatasetImport {

    private static final String MISSION = "mission_acronym";
    private static final String DATE = "incident_date";
    private static final String KIND = "type_of_casualty";
    private static final String UPDATED = "last_update";

    private static final String CASUALTY = "casualty_id";

    static final List<String> COLUMNS = List.of(CASUALTY, MISSION, DATE);

    static final List<String> OPTIONAL = List.of(KIND, UPDATED);

    /** The note of a figure that lacks deaths. */
    private static final String INCOMPLETE = "Rows of the file could not be read and were skipped.";

    private record Stored(long pk, int value, LocalDate asOf, String note) {}

    private final Connection connection;
    private final long source;
    private final MissionResolver missions;
    private final MissionAcronyms acronyms = new MissionAcronyms();
    private final Map<String, Integer> deaths = new TreeMap<>();

    /** Who was counted: some have two rows, one for each of two nationalities. */
    private final Set<String> casualties = new HashSet<>();

    /** What the file calls missions that it does not name by their own acronyms. */
    private final Map<String, Set<String>> otherNames = new HashMap<>();

    private final Map<String, Long> primaryKeys = new HashMap<>();
    private LocalDate asOf = LocalDate.MIN;

    /** How many rows there are of each mission, which are more than its dead. */
    private final Map<String, Integer> rowsOfMissions = new HashMap<>();

    /** Missions of which the file has rows that cannot be read. */
    private final Set<String> withSkippedRows = new HashSet<>();

    /** Whether a row cannot be read that may be of any mission. */
    private boolean skippedOfUnknownMission;

    private final List<String> incomplete = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private long leftOut;

    FatalityImport(Connection connection, long source) throws SQLException {
        this.connection = connection;
        this.source = source;
        missions = new MissionResolver(connection, source);
    }

    @Override
    public void accept(InputRow row) throws BadCellException, SQLException {
        row.require(MISSION);
        String casualty = row.require(CASUALTY);
        LocalDate incident = CellParser.pastDate(row, DATE);
        LocalDate updated = row.get(UPDATED) == null ? null : CellParser.pastDate(row, UPDATED);
        String kind = row.get(KIND);
        if (kind != null && !kind.equalsIgnoreCase("fatality")) {
            throw CellParser.bad(row, KIND, "only fatalities are counted");
        }
        long mission = missions.find(row, MISSION, incident);
        String named = MissionResolver.acronym(row, MISSION);
        String acronym = missions.countedIn(named, incident);
        primaryKeys.put(acronym, mission);
        if (!named.equals(acronym)) {
            otherNames.computeIfAbsent(acronym, each -> new TreeSet<>()).add(named);
        }
        rowsOfMissions.merge(acronym, 1, Integer::sum);
        if (casualties.add(casualty)) {
            deaths.merge(acronym, 1, Integer::sum);
        }
        // without a word of the file's age it is as old as its last death
        LocalDate known = updated == null ? incident : updated;
        asOf = known.isAfter(asOf) ? known : asOf;
    }

    /** A row whose mission cannot be read counts for every mission. */
    @Override
    public void skip(InputRow row) {
        try {
            String acronym = row.fault() == null ? MissionResolver.acronym(row, MISSION) : null;
            if (acronym != null) {
                withSkippedRows.add(acronym);
                MissionAcronyms.Meaning meaning = acronyms.of(acronym);
                if (meaning != null) {
                    withSkippedRows.addAll(meaning.countedIn());
                }
                return;
            }
        } catch (BadCellException noAcronym) {
            // as if the row had none
        }
        skippedOfUnknownMission = true;
    }

    private boolean hasSkippedRows(String acronym) {
        return skippedOfUnknownMission || withSkippedRows.contains(acronym);
    }

    /** Of all missions together: a single one may be wound down to a few, or renamed. */
    @Override
    public List<ShrinkingMonth> shrinking() throws SQLException {
        if (deaths.isEmpty()) {
            return List.of();
        }
        Map<String, Stored> before = stored();
        Map<String, Integer> after = new HashMap<>(deaths);
        before.forEach((acronym, figure) -> {
            if (hasSkippedRows(acronym)) {
                after.put(acronym, figure.value);
            }
        });
        ShrinkingMonth all = new ShrinkingMonth(
                Dataset.FATALITIES.toString(),
                "missions",
                before.size(),
                after.size(),
                before.values().stream().mapToLong(Stored::value).sum(),
                after.values().stream().mapToLong(Integer::longValue).sum());
        return all.isLarge() ? List.of(all) : List.of();
    }

    @Override
    public ImportSummary apply() throws SQLException {
        if (deaths.isEmpty()) {
            // a file without a single death is no news of a world without deaths
            return ImportSummary.NONE;
        }
        Map<String, Stored> stored = stored();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, Integer> mission : deaths.entrySet()) {
            String acronym = mission.getKey();
            Stored before = stored.remove(acronym);
            int value = mission.getValue();
            String note = note(acronym);
            if (before == null) {
                add(acronym, value);
                added.add(acronym);
            } else if (hasSkippedRows(acronym)) {
                kept.add(acronym);
                leftOut += rowsOfMissions.get(acronym);
            } else if (before.value != value || !before.asOf.equals(asOf) || !Objects.equals(before.note, note)) {
                JdbcStatements.update(
                        connection,
                        "update figure set amount = ?, as_of_date = ?, note = ? where pk = ?",
                        value,
                        asOf,
                        note,
                        before.pk);
                replaced.add(acronym);
            } else {
                unchanged++;
            }
        }
        List<String> removed = new ArrayList<>();
        for (Map.Entry<String, Stored> gone : stored.entrySet()) {
            if (hasSkippedRows(gone.getKey())) {
                kept.add(gone.getKey());
                continue;
            }
            JdbcStatements.update(connection, "delete from figure where pk = ?", gone.getValue().pk);
            removed.add(gone.getKey());
            MissionAcronyms.Meaning meaning = acronyms.of(gone.getKey());
            if (meaning != null && meaning.namesNone()) {
                MissionResolver.removeUnused(connection, gone.getKey());
            }
        }
        return new ImportSummary(added, replaced, removed, unchanged, kept.size());
    }

    private void add(String acronym, int value) throws SQLException {
        if (hasSkippedRows(acronym)) {
            incomplete.add(acronym);
        }
        JdbcStatements.update(
                connection,
                """
                insert into figure (natural_key, metric, amount, precision, as_of_date, as_of_precision,
                  mission_pk, source_pk, note)
                values (?, 'FATALITIES', ?, 'EXACT', ?, 'DAY', ?, ?, ?)""",
                Dataset.FATALITIES.source + "/" + acronym,
                value,
                asOf,
                primaryKeys.get(acronym),
                source,
                note(acronym));
    }

    /** Says if a figure lacks deaths, or has deaths that the file gives under another acronym; null if neither holds. */
    private String note(String acronym) {
        List<String> sentences = new ArrayList<>();
        Set<String> names = otherNames.get(acronym);
        if (names != null) {
            sentences.add(
                    "The file gives some or all of these deaths under %s; each is counted in the mission that was under way on its day."
                            .formatted(String.join(", ", names)));
        }
        if (hasSkippedRows(acronym)) {
            sentences.add(INCOMPLETE);
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /** The figures of the file before, by acronym. */
    private Map<String, Stored> stored() throws SQLException {
        Map<String, Stored> stored = new TreeMap<>();
        String sql = """
                select m.acronym, f.pk, f.amount, f.as_of_date, f.note
                from figure f join mission m on m.pk = f.mission_pk
                where f.source_pk = ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    stored.put(
                            rows.getString(1),
                            new Stored(
                                    rows.getLong(2),
                                    rows.getInt(3),
                                    rows.getObject(4, LocalDate.class),
                                    rows.getString(5)));
                }
            }
        }
        return stored;
    }

    @Override
    public Set<String> missionsAdded() {
        return missions.added();
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
}
