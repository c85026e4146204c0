package org.bluehelmets.strength;

import static org.bluehelmets.testsupport.Client.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.testsupport.Rows;

/** Inserts personnel counts, units and deployments for a test, and queries their verdicts. */
final class PersonnelCountRows {

    private static final String CORROBORATIONS = """
            query ($prefix: String!, $after: String) {
              sources(filter: { key: { startsWith: $prefix } }) { nodes { personnelCounts(first: 100, after: $after) {
                pageInfo { hasNextPage endCursor }
                nodes { note corroboration { verdict reason officialTotal difference reportedOn } } } } } }""";

    private final Rows rows;

    PersonnelCountRows(Rows rows) {
        this.rows = rows;
    }

    /** Inserts a count of the source t-a from the columns of the data file. A test may use the note as the name of the count. */
    void figure(
            String key,
            String nation,
            String mission,
            String battalion,
            String deployment,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            String note) {
        rows.update(
                """
                insert into personnel_count (natural_key, nation_pk, mission_pk, battalion_pk, deployment_pk, category,
                  total, precision, status, as_of_date, as_of_precision, note, source_pk)
                values (?, (select pk from nation where code = ?), (select pk from mission where acronym = ?),
                  (select pk from battalion where natural_key = ?), (select pk from deployment where natural_key = ?),
                  ?, ?, ?, ?, cast(? as date), ?, ?, (select pk from source where natural_key = 't-a'))""",
                Rows.PREFIX + key,
                nation,
                mission,
                key(battalion),
                key(deployment),
                category,
                total,
                precision,
                status,
                day(asOf),
                precision(asOf),
                note);
    }

    void battalion(String key, String parent) {
        rows.update("""
                insert into battalion (natural_key, name, name_key, alias_keys, unit_kind, parent_pk)
                values (?, ?, ?, '', 'BATTALION', (select pk from battalion where natural_key = ?))""", key(key), key, TextFolding.fold(key), key(parent));
    }

    /** @param rotation null if the rotations are not numbered */
    void deployment(
            String key,
            String nation,
            String mission,
            String battalion,
            Integer rotation,
            String status,
            String start,
            String end) {
        rows.update(
                """
                insert into deployment (natural_key, nation_pk, mission_pk, battalion_pk, rotation, status,
                  starts_on_date, starts_on_precision, ends_on_date, ends_on_precision)
                values (?, (select pk from nation where code = ?), (select pk from mission where acronym = ?),
                  (select pk from battalion where natural_key = ?), cast(? as integer), ?, cast(? as date), ?,
                  cast(? as date), ?)""",
                key(key),
                nation,
                mission,
                key(battalion),
                rotation,
                status,
                day(start),
                precision(start),
                day(end),
                precision(end));
    }

    /** Returns the corroborations of the counts of the source t-a by note. */
    static Map<String, Map<String, Object>> corroborations() {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        String after = null;
        do {
            var page = data(
                    CORROBORATIONS,
                    after == null ? Map.of("prefix", Rows.PREFIX) : Map.of("prefix", Rows.PREFIX, "after", after));
            List<Map<String, Object>> nodes = page.getList("sources.nodes[0].personnelCounts.nodes");
            for (Map<String, Object> node : nodes) {
                @SuppressWarnings("unchecked")
                Map<String, Object> corroboration = (Map<String, Object>) node.get("corroboration");
                found.put(String.valueOf(node.get("note")), corroboration);
            }
            after = page.getBoolean("sources.nodes[0].personnelCounts.pageInfo.hasNextPage")
                    ? page.getString("sources.nodes[0].personnelCounts.pageInfo.endCursor")
                    : null;
        } while (after != null);
        return found;
    }

    private static String key(String key) {
        return key == null ? null : Rows.PREFIX + key;
    }

    private static String day(String date) {
        return date == null ? null : (date + "-01-01").substring(0, 10);
    }

    private static String precision(String date) {
        return date == null ? null : date.length() == 4 ? "YEAR" : date.length() == 7 ? "MONTH" : "DAY";
    }
}
