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

/** Restores the rows of one table from a backup. */
record TableRestore(Connection connection, TableSchema table) {

    private static final int BATCH_SIZE = 1000;

    /** The classes of SQL states of invalid values and of constraint violations. */
    private static final Set<String> INVALID_DATA = Set.of("22", "23");

    /**
     * Inserts all rows into the empty table, in the transaction of the connection.
     *
     * @param rows the rows as CSV; the stream stays open
     * @return the number of rows
     */
    long fill(InputStream rows) throws IOException, SQLException, UnreadableFileException {
        Iterator<CSVRecord> records =
                Backup.CSV.parse(new InputStreamReader(rows, UTF_8)).iterator();
        if (!records.hasNext() || !Arrays.asList(records.next().values()).equals(table.columns())) {
            throw new UnreadableFileException(
                    "the columns of the table %s in the backup differ from those in the database"
                            .formatted(table.name()));
        }
        // set references within the table last, because the referenced rows may follow
        List<CSVRecord> selfReferring = new ArrayList<>();
        long count = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insertSql())) {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.size() != table.columns().size()) {
                    throw new UnreadableFileException("row %s of the table %s in the backup has %s cells instead of %s"
                            .formatted(
                                    count + 1,
                                    table.name(),
                                    record.size(),
                                    table.columns().size()));
                }
                if (bind(insert, record)) {
                    selfReferring.add(record);
                }
                insert.addBatch();
                if (++count % BATCH_SIZE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            updateSelfReferences(selfReferring);
        } catch (BatchUpdateException e) {
            if (e.getSQLState() == null
                    || !INVALID_DATA.contains(e.getSQLState().substring(0, 2))) {
                throw e;
            }
            throw new UnreadableFileException(
                    "the table %s in the backup has invalid rows: %s".formatted(table.name(), reason(e)), e);
        }
        return count;
    }

    /** Returns the message of the failed row, which PostgreSQL reports as the next exception. */
    private static String reason(BatchUpdateException e) {
        return (e.getNextException() == null ? e : e.getNextException()).getMessage();
    }

    /** Binds a row without its references within the table, and returns whether it has any. */
    private boolean bind(PreparedStatement insert, CSVRecord record) throws SQLException {
        boolean selfReferring = false;
        for (int i = 0; i < record.size(); i++) {
            boolean selfReference =
                    table.selfReferences().contains(table.columns().get(i));
            insert.setString(i + 1, selfReference ? null : record.get(i));
            selfReferring |= selfReference && record.get(i) != null;
        }
        return selfReferring;
    }

    private void updateSelfReferences(List<CSVRecord> records) throws SQLException {
        for (String column : table.selfReferences()) {
            String sql =
                    "update %s set %s = cast(? as bigint) where pk = cast(? as bigint)".formatted(table.name(), column);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (CSVRecord record : records) {
                    update.setString(1, record.get(table.columns().indexOf(column)));
                    update.setString(2, record.get(table.pkIndex() - 1));
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }
}
