package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.bluehelmets.database.JdbcStatements;

/**
 * The stored figures of the fatalities dataset, one for each mission.
 *
 * @param connection holds the transaction of the import
 * @param source the surrogate key of the dataset
 */
record FatalityFigures(Connection connection, long source) {

    record Figure(long pk, int value, LocalDate asOf, String note) {}

    /** Returns all figures by the acronym of their mission. */
    Map<String, Figure> findAll() throws SQLException {
        Map<String, Figure> figures = new TreeMap<>();
        String sql = """
                select m.acronym, f.pk, f.amount, f.as_of_date, f.note
                from figure f join mission m on m.pk = f.mission_pk
                where f.source_pk = ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    figures.put(
                            rows.getString(1),
                            new Figure(
                                    rows.getLong(2),
                                    rows.getInt(3),
                                    rows.getObject(4, LocalDate.class),
                                    rows.getString(5)));
                }
            }
        }
        return figures;
    }

    void insert(String acronym, long mission, int value, LocalDate asOf, String note) throws SQLException {
        JdbcStatements.update(
                connection, """
                insert into figure (natural_key, metric, amount, precision, as_of_date, as_of_precision,
                  mission_pk, source_pk, note)
                values (?, 'FATALITIES', ?, 'EXACT', ?, 'DAY', ?, ?, ?)""", Dataset.FATALITIES.source + "/" + acronym, value, asOf, mission, source, note);
    }

    void update(Figure figure, int value, LocalDate asOf, String note) throws SQLException {
        JdbcStatements.update(
                connection,
                "update figure set amount = ?, as_of_date = ?, note = ? where pk = ?",
                value,
                asOf,
                note,
                figure.pk);
    }

    void delete(Figure figure) throws SQLException {
        JdbcStatements.update(connection, "delete from figure where pk = ?", figure.pk);
    }
}
