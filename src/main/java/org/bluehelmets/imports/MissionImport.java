package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
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
 * Imports the list of missions. Adds missing missions and completes those that other imports have added by acronym.
 * Missions of other sources stay unchanged. Skips rows whose acronym is no mission of its own ({@link MissionAcronyms}).
 */
final class MissionImport implements DatasetImport {

    private record StoredMission(long pk, boolean imported, List<Object> values) {}

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
    public void addRow(InputRow row) throws BadCellException {
        String acronym = MissionResolver.acronym(row, MissionRowParser.ACRONYM);
        row.require(MissionRowParser.ACRONYM);
        if (missions.containsKey(acronym) || skipped.containsKey(acronym)) {
            throw CellParser.bad(
                    row, MissionRowParser.ACRONYM, "the file has two rows for this mission; remove one of them");
        }
        MissionAcronyms.Meaning meaning = acronyms.of(acronym);
        if (meaning != null && meaning.isNoMission()) {
            skipped.put(acronym, new SkippedRow(row.line(), acronym, meaning.reason()));
            return;
        }
        missions.put(acronym, MissionRowParser.values(row, meaning, source));
    }

    @Override
    public ImportSummary apply() throws SQLException {
        Map<String, StoredMission> stored = findAll();
        List<String> replaced = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<String, List<Object>> mission : missions.entrySet()) {
            StoredMission before = stored.get(mission.getKey());
            if (before == null) {
                insert(mission.getKey(), mission.getValue());
                added.add(mission.getKey());
            } else if (!before.imported) {
                kept++;
            } else if (!before.values.equals(mission.getValue())) {
                update(before.pk, mission.getValue());
                replaced.add(mission.getKey());
            }
        }
        List<String> removed = new ArrayList<>();
        for (String acronym : skipped.keySet()) {
            StoredMission before = stored.get(acronym);
            if (before != null && before.imported && MissionResolver.removeUnused(connection, acronym)) {
                removed.add(acronym);
            }
        }
        return new ImportSummary(
                List.copyOf(added), replaced, removed, missions.size() - added.size() - replaced.size() - kept, kept);
    }

    /** Returns the stored missions by acronym. */
    private Map<String, StoredMission> findAll() throws SQLException {
        Map<String, StoredMission> stored = new TreeMap<>();
        String sql = "select m.acronym, m.pk, s.natural_key, %s from mission m left join source s on s.pk = m.source_pk"
                .formatted(String.join(
                        ", ",
                        MissionRowParser.SQL_COLUMNS.stream().map("m."::concat).toList()));
        List<String> datasets =
                Arrays.stream(Dataset.values()).map(dataset -> dataset.source).toList();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < MissionRowParser.SQL_COLUMNS.size(); i++) {
                    // java.sql.Date would shift the day in some time zones
                    values.add(
                            MissionRowParser.SQL_COLUMNS.get(i).endsWith("_date")
                                    ? rows.getObject(4 + i, LocalDate.class)
                                    : rows.getObject(4 + i));
                }
                String sourceKey = Objects.requireNonNullElse(rows.getString(3), "");
                stored.put(
                        rows.getString(1),
                        new StoredMission(
                                rows.getLong(2), datasets.contains(sourceKey), Collections.unmodifiableList(values)));
            }
        }
        return stored;
    }

    private void insert(String acronym, List<Object> values) throws SQLException {
        String sql = "insert into mission (%s, acronym) values (%s, ?)"
                .formatted(
                        String.join(", ", MissionRowParser.SQL_COLUMNS),
                        String.join(", ", Collections.nCopies(MissionRowParser.SQL_COLUMNS.size(), "?")));
        JdbcStatements.update(connection, sql, append(values, acronym));
    }

    private void update(long pk, List<Object> values) throws SQLException {
        String sql =
                "update mission set %s = ? where pk = ?".formatted(String.join(" = ?, ", MissionRowParser.SQL_COLUMNS));
        JdbcStatements.update(connection, sql, append(values, pk));
    }

    private static Object[] append(List<Object> values, Object last) {
        List<Object> all = new ArrayList<>(values);
        all.add(last);
        return all.toArray();
    }

    @Override
    public List<SkippedRow> skippedRows() {
        return skipped.values().stream()
                .sorted(Comparator.comparingLong(SkippedRow::line))
                .toList();
    }

    @Override
    public Set<String> missionsAdded() {
        return added;
    }
}
