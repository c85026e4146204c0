package org.bluehelmets.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.imports.reader.UnreadableFileException;

/** Fills an empty table with the rows of a backup. */
record TableRestore(Connection connection, TableSchema table) {

    private static final int ROWS_AT_ONCE = 1000;

    /** The classes of SQL states where values are none of their type, and where they break a constraint. */
    private static final Set<String> NO_FIT = Set.of("22", "23");

    /**
     * Inserts all rows, in the transaction of the connection.
     *
     * @param rows as CSV; the stream is not closed
     * @return how many there were
     */
    long fill(InputStream rows) throws IOException, SQLException, UnreadableFileException {
        Iterator<CSVRecord> records =
                Backup.CSV.parse(new InputStreamReader(rows, UTF_8)).iterator();
        if (!records.hasNext() || !Arrays.asList(records.next().values()).equals(table.columns())) {
            throw new UnreadableFileException("its table %s has other columns than those here".formatted(table.name()));
        }
        // the rows of the same table that they refer to do not have to be there before
        List<CSVRecord> referring = new ArrayList<>();
        long count = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.size() != table.columns().size()) {
                    throw new UnreadableFileException(
                            "its table %s has %s cells in row %s".formatted(table.name(), record.size(), count + 1));
                }
                if (bind(insert, record)) {
                    referring.add(record);
                }
                insert.addBatch();
                if (++count % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            refer(referring);
        } catch (BatchUpdateException e) {
            if (e.getSQLState() == null || !NO_FIT.contains(e.getSQLState().substring(0, 2))) {
                throw e;
            }
            throw new UnreadableFileException(
                    "its table %s has rows that do not fit: %s".formatted(table.name(), reason(e)), e);
        }
        return count;
    }

    /** What the database says of the row, where the driver does not say more of itself. */
    private static String reason(BatchUpdateException e) {
        return (e.getNextException() == null ? e : e.getNextException()).getMessage();
    }

    /** Answers whether the row refers to another of its table, which is left out at first. */
    private boolean bind(PreparedStatement insert, CSVRecord record) throws SQLException {
        boolean refers = false;
        for (int i = 0; i < record.size(); i++) {
            boolean own = table.own().contains(table.columns().get(i));
            insert.setString(i + 1, own ? null : record.get(i));
            refers |= own && record.get(i) != null;
        }
        return refers;
    }

    private void refer(List<CSVRecord> referring) throws SQLException {
        for (String column : table.own()) {
            String sql =
                    "update %s set %s = cast(? as bigint) where pk = cast(? as bigint)".formatted(table.name(), column);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (CSVRecord record : referring) {
                    update.setString(1, record.get(table.columns().indexOf(column)));
                    update.setString(2, record.get(table.placeOfPk() - 1));
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }
}
