package org.bluehelmets.ingest;

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

    private record Stored(long pk, int value, LocalDate asOf, String note) {}

    private final Connection connection;
    private final long source;
    private final Missions missions;
    private final MissionAcronyms acronyms = new MissionAcronyms();
    private final Map<String, Integer> deaths = new TreeMap<>();

    /** Who was counted: some have two rows, one for each of two nationalities. */
    private final Set<String> casualties = new HashSet<>();

    /** What the file calls missions that it does not name by their own acronyms. */
    private final Map<String, Set<String>> otherNames = new HashMap<>();

    private final Map<String, Long> primaryKeys = new HashMap<>();
    private LocalDate asOf = LocalDate.MIN;

    FatalityImport(Connection connection, long source) throws SQLException {
        this.connection = connection;
        this.source = source;
        missions = new Missions(connection, source);
    }

    @Override
    public void accept(InputRow row) throws BadCellException, SQLException {
        row.require(MISSION);
        String casualty = row.require(CASUALTY);
        LocalDate incident = Cells.pastDate(row, DATE);
        LocalDate updated = row.get(UPDATED) == null ? null : Cells.pastDate(row, UPDATED);
        String kind = row.get(KIND);
        if (kind != null && !kind.equalsIgnoreCase("fatality")) {
            throw Cells.bad(row, KIND, "only fatalities are counted");
        }
        long mission = missions.find(row, MISSION, incident);
        String named = Missions.acronym(row, MISSION);
        String acronym = missions.countedIn(named, incident);
        primaryKeys.put(acronym, mission);
        if (!named.equals(acronym)) {
            otherNames.computeIfAbsent(acronym, each -> new TreeSet<>()).add(named);
        }
        if (casualties.add(casualty)) {
            deaths.merge(acronym, 1, Integer::sum);
        }
        // without a word of the file's age it is as old as its last death
        LocalDate known = updated == null ? incident : updated;
        asOf = known.isAfter(asOf) ? known : asOf;
    }

    @Override
    public Changes apply() throws SQLException {
        if (deaths.isEmpty()) {
            // a file without a single death is no news of a world without deaths
            return Changes.NONE;
        }
        Map<String, Stored> stored = stored();
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, Integer> mission : deaths.entrySet()) {
            Stored before = stored.remove(mission.getKey());
            int value = mission.getValue();
            String note = note(mission.getKey());
            if (before == null) {
                Sql.update(
                        connection,
                        """
                        insert into figure (natural_key, metric, amount, precision, as_of_date, as_of_precision,
                          mission_pk, source_pk, note)
                        values (?, 'FATALITIES', ?, 'EXACT', ?, 'DAY', ?, ?, ?)""",
                        Dataset.FATALITIES.source + "/" + mission.getKey(),
                        value,
                        asOf,
                        primaryKeys.get(mission.getKey()),
                        source,
                        note);
                added.add(mission.getKey());
            } else if (before.value != value || !before.asOf.equals(asOf) || !Objects.equals(before.note, note)) {
                Sql.update(
                        connection,
                        "update figure set amount = ?, as_of_date = ?, note = ? where pk = ?",
                        value,
                        asOf,
                        note,
                        before.pk);
                replaced.add(mission.getKey());
            } else {
                unchanged++;
            }
        }
        for (Map.Entry<String, Stored> gone : stored.entrySet()) {
            Sql.update(connection, "delete from figure where pk = ?", gone.getValue().pk);
            MissionAcronyms.Meaning meaning = acronyms.of(gone.getKey());
            if (meaning != null && meaning.namesNone()) {
                Missions.removeUnused(connection, gone.getKey());
            }
        }
        return new Changes(added, replaced, List.copyOf(stored.keySet()), unchanged, 0);
    }

    /** Says of a figure that it was not given under the mission's own acronym; null where it was. */
    private String note(String acronym) {
        Set<String> names = otherNames.get(acronym);
        return names == null
                ? null
                : "The file gives some or all of these deaths under %s; each is counted in the mission that was under way on its day."
                        .formatted(String.join(", ", names));
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
}
