package org.bluehelmets.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes rows for a test and takes them away again. All have keys that begin with {@link #PREFIX}. It writes to the
 * database beside the application, which may be in this process or in one of its own.
 */
public final class Rows {

    /** No row of the data files has a key like this. */
    public static final String PREFIX = "T-";

    private static final List<String> TABLES =
            List.of("personnel_count", "deployment", "battalion", "mission", "source");

    /** A connection of its own to the database that the application serves from. */
    public static Connection connect() throws SQLException {
        String url = System.getProperty(DatabaseFile.URL);
        return TestDatabase.connect(
                url == null ? ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class) : url);
    }

    /** The key of a source that {@link #source} makes: keys of sources are in lower case. */
    public static String sourceKey(String key) {
        return (PREFIX + key).toLowerCase(Locale.ROOT);
    }

    public void source(String key) {
        update(
                "insert into source (natural_key, kind, title, title_key, publisher, publisher_key, author_key)"
                        + " values (?, 'DATASET', ?, ?, 'A test', 'a test', '')",
                sourceKey(key),
                "Made for a test: " + key,
                TextFolding.fold("Made for a test: " + key));
    }

    public void mission(String acronym) {
        update(
                "insert into mission (acronym, name, name_key, kind) values (?, ?, ?, 'PEACEKEEPING')",
                PREFIX + acronym,
                "Mission " + acronym,
                TextFolding.fold("Mission " + acronym));
    }

    /** A battalion of a mission, raised by the nations with these codes. */
    public void battalion(String key, String mission, String... nations) {
        update(
                """
                insert into battalion (natural_key, name, name_key, alias_keys, unit_kind, mission_pk)
                values (?, ?, ?, '', 'BATTALION', (select pk from mission where acronym = ?))""",
                PREFIX + key,
                PREFIX + key,
                TextFolding.fold(PREFIX + key),
                mission == null ? null : PREFIX + mission);
        for (String nation : nations) {
            update("""
                    insert into battalion_nation (battalion_pk, nation_pk)
                    values ((select pk from battalion where natural_key = ?), (select pk from nation where code = ?))""", PREFIX + key, nation);
        }
    }

    /** Counts of a nation in a mission, one a day from a date on, with totals from 0 up. */
    public void counts(int howMany, String nation, String mission, String battalion, String source, LocalDate from) {
        String sql = """
                insert into personnel_count (natural_key, nation_pk, mission_pk, battalion_pk, category, total, precision,
                  status, as_of_date, as_of_precision, source_pk)
                values (?, (select pk from nation where code = ?), (select pk from mission where acronym = ?),
                  (select pk from battalion where natural_key = ?), 'TROOPS', ?, 'EXACT', 'DEPLOYED', ?, 'DAY',
                  (select pk from source where natural_key = ?))""";
        String name = PREFIX + nation + "/" + mission + "/" + battalion + "/";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < howMany; i++) {
                insert.setString(1, name + from.plusDays(i));
                insert.setString(2, nation);
                insert.setString(3, mission == null ? null : PREFIX + mission);
                insert.setString(4, battalion == null ? null : PREFIX + battalion);
                insert.setInt(5, i);
                insert.setObject(6, from.plusDays(i));
                insert.setString(7, sourceKey(source));
                insert.addBatch();
            }
            insert.executeBatch();
            DataVersion.change(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away all rows that tests have made. */
    public void clear() {
        // H2 checks each row by itself, not the whole statement
        update("update battalion set parent_pk = null where natural_key like '" + PREFIX + "%'");
        for (String table : TABLES) {
            String key = table.equals("mission") ? "acronym" : "natural_key";
            String prefix = table.equals("source") ? sourceKey("") : PREFIX;
            update("delete from " + table + " where " + key + " like '" + prefix + "%'");
        }
    }

    /** Takes away all that editors have made: their rows have random keys, but for sources, which tests call t-. */
    public void clearCurated() {
        update("delete from personnel_count_revision");
        update("delete from deployment_revision");
        update("delete from retracted_personnel_count");
        update("delete from idempotency_record");
        for (String table : List.of("personnel_count", "deployment", "milestone", "battalion")) {
            update("delete from " + table + " where natural_key like '________-____-____-____-____________'");
        }
        // those of counts that are no editor's stay: clear() takes them away
        update("delete from source where natural_key like 't-%'"
                + " and not exists (select 1 from personnel_count where source_pk = source.pk)");
    }

    /** Takes away all that imports have made. */
    public void clearImports() {
        String imported =
                "(select pk from source where natural_key in ('un-contributions', 'un-fatalities', 'un-missions'))";
        for (String table : List.of("personnel_count", "monthly_report", "figure", "mission")) {
            update("delete from " + table + " where source_pk in " + imported);
        }
    }

    /** Makes the application read everything anew. */
    public void change() {
        try (Connection connection = connect()) {
            DataVersion.change(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of a query's first column. */
    public Object[] column(String sql) {
        List<Object> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                values.add(found.getObject(1));
            }
            return values.toArray();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void update(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            DataVersion.change(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
