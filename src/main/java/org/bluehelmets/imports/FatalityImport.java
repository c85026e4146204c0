package org.bluehelmets.imports;

import java.sql.Connection;
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
import org.bluehelmets.imports.FatalityFigures.Figure;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;

/**
 * Imports deaths as one figure for each mission: the number of deaths up to the day of the file's last update. A file
 * replaces all figures of the previous file.
 */
final class FatalityImport implements DatasetImport {

    private static final String CASUALTY = "casualty_id";
    private static final String MISSION = "mission_acronym";
    private static final String DATE = "incident_date";
    private static final String TYPE = "type_of_casualty";
    private static final String UPDATED = "last_update";

    static final List<String> COLUMNS = List.of(CASUALTY, MISSION, DATE);
    static final List<String> OPTIONAL = List.of(TYPE, UPDATED);

    private static final String INCOMPLETE_NOTE = "Rows of the file could not be read and were skipped.";

    private final Connection connection;
    private final FatalityFigures figures;
    private final MissionResolver missions;
    private final MissionAcronyms acronyms = new MissionAcronyms();

    private final Map<String, Integer> deaths = new TreeMap<>();
    private final Map<String, Integer> rowsByMission = new HashMap<>();
    private final Map<String, Long> missionKeys = new HashMap<>();

    /** A casualty of two nationalities has two rows, and counts once. */
    private final Set<String> casualties = new HashSet<>();

    /** The acronyms in the file that stand for another mission, by that mission's acronym. */
    private final Map<String, Set<String>> aliases = new HashMap<>();

    private final Set<String> missionsWithBadRows = new HashSet<>();
    private boolean badRowOfUnknownMission;
    private LocalDate asOf = LocalDate.MIN;

    private final List<String> incomplete = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private long rowsLeftOut;

    FatalityImport(Connection connection, long source) throws SQLException {
        this.connection = connection;
        figures = new FatalityFigures(connection, source);
        missions = new MissionResolver(connection, source);
    }

    @Override
    public void addRow(InputRow row) throws BadCellException, SQLException {
        row.require(MISSION);
        String casualty = row.require(CASUALTY);
        LocalDate incident = CellParser.pastDate(row, DATE);
        LocalDate updated = row.get(UPDATED) == null ? null : CellParser.pastDate(row, UPDATED);
        String type = row.get(TYPE);
        if (type != null && !type.equalsIgnoreCase("fatality")) {
            throw CellParser.bad(row, TYPE, "only rows of type \"Fatality\" can be imported; remove this row");
        }
        long mission = missions.resolve(row, MISSION, incident);
        String named = MissionResolver.acronym(row, MISSION);
        String acronym = missions.countedIn(named, incident);
        missionKeys.put(acronym, mission);
        if (!named.equals(acronym)) {
            aliases.computeIfAbsent(acronym, key -> new TreeSet<>()).add(named);
        }
        rowsByMission.merge(acronym, 1, Integer::sum);
        if (casualties.add(casualty)) {
            deaths.merge(acronym, 1, Integer::sum);
        }
        // a file without a last update is as recent as its last death
        LocalDate rowDate = updated == null ? incident : updated;
        asOf = rowDate.isAfter(asOf) ? rowDate : asOf;
    }

    /** A row whose mission cannot be read counts for every mission. */
    @Override
    public void addBadRow(InputRow row) {
        try {
            String acronym = row.error() == null ? MissionResolver.acronym(row, MISSION) : null;
            if (acronym != null) {
                missionsWithBadRows.add(acronym);
                MissionAcronyms.Meaning meaning = acronyms.of(acronym);
                if (meaning != null) {
                    missionsWithBadRows.addAll(meaning.countedIn());
                }
                return;
            }
        } catch (BadCellException e) {
            // the mission is unknown
        }
        badRowOfUnknownMission = true;
    }

    private boolean hasBadRows(String acronym) {
        return badRowOfUnknownMission || missionsWithBadRows.contains(acronym);
    }

    /** Compares the totals of all missions, because the figure of a single mission may shrink when it is renamed. */
    @Override
    public List<Shrinkage> findShrinkage() throws SQLException {
        if (deaths.isEmpty()) {
            return List.of();
        }
        Map<String, Figure> before = figures.findAll();
        Map<String, Integer> after = new HashMap<>(deaths);
        before.forEach((acronym, figure) -> {
            if (hasBadRows(acronym)) {
                after.put(acronym, figure.value());
            }
        });
        Shrinkage total = new Shrinkage(
                Dataset.FATALITIES.toString(),
                "missions",
                before.size(),
                after.size(),
                before.values().stream().mapToLong(Figure::value).sum(),
                after.values().stream().mapToLong(Integer::longValue).sum());
        return total.isLarge() ? List.of(total) : List.of();
    }

    @Override
    public ImportSummary apply() throws SQLException {
        if (deaths.isEmpty()) {
            // a file without rows does not mean that nobody died
            return ImportSummary.NONE;
        }
        Map<String, Figure> stored = figures.findAll();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, Integer> mission : deaths.entrySet()) {
            String acronym = mission.getKey();
            Figure before = stored.remove(acronym);
            int value = mission.getValue();
            String note = note(acronym);
            if (before == null) {
                figures.insert(acronym, missionKeys.get(acronym), value, asOf, note);
                added.add(acronym);
                if (hasBadRows(acronym)) {
                    incomplete.add(acronym);
                }
            } else if (hasBadRows(acronym)) {
                kept.add(acronym);
                rowsLeftOut += rowsByMission.get(acronym);
            } else if (before.value() != value || !before.asOf().equals(asOf) || !Objects.equals(before.note(), note)) {
                figures.update(before, value, asOf, note);
                replaced.add(acronym);
            } else {
                unchanged++;
            }
        }
        List<String> removed = removeMissing(stored);
        return new ImportSummary(added, replaced, removed, unchanged, kept.size());
    }

    /** Deletes the figures of missions that the file does not name, unless bad rows may belong to them. */
    private List<String> removeMissing(Map<String, Figure> missing) throws SQLException {
        List<String> removed = new ArrayList<>();
        for (Map.Entry<String, Figure> figure : missing.entrySet()) {
            String acronym = figure.getKey();
            if (hasBadRows(acronym)) {
                kept.add(acronym);
                continue;
            }
            figures.delete(figure.getValue());
            removed.add(acronym);
            MissionAcronyms.Meaning meaning = acronyms.of(acronym);
            if (meaning != null && meaning.isNoMission()) {
                MissionResolver.removeUnused(connection, acronym);
            }
        }
        return removed;
    }

    /** Explains missing deaths and deaths that the file lists under another acronym; null if there are none. */
    private String note(String acronym) {
        List<String> sentences = new ArrayList<>();
        Set<String> names = aliases.get(acronym);
        if (names != null) {
            sentences.add(
                    "The file gives some or all of these deaths under %s; each is counted in the mission that was under way on its day."
                            .formatted(String.join(", ", names)));
        }
        if (hasBadRows(acronym)) {
            sentences.add(INCOMPLETE_NOTE);
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
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
        return rowsLeftOut;
    }
}
