package org.bluehelmets.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.bluehelmets.database.IdGenerators;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.seed.AppliedMigrations;

/**
 * Writes all that the database holds as a zip of CSV files, a file for each table, while others read and write: of one
 * state, and in little memory. It is data only, so that to restore it executes nothing that a file brings.
 */
@ApplicationScoped
public class Backup {

    /** What is null has no quotes, and so differs from what is empty. */
    static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .get();

    static final String TABLES = "tables/";
    static final String ENDING = ".csv";

    private static final int ROWS_AT_ONCE = 5000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerators keys;

    Backup(DataSource dataSource, ObjectMapper json, IdGenerators keys) {
        this.dataSource = dataSource;
        this.json = json;
        this.keys = keys;
    }

    /**
     * Writes a backup. The stream is not closed, so that one who is left with a part of it can tell.
     *
     * @throws IOException where whoever reads has gone
     */
    public void write(OutputStream to) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try {
                write(connection, new ZipOutputStream(to));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw TransientSqlErrors.failure("the database failed; the backup is not whole", e);
        }
    }

    private void write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        List<TableSchema> tables = TableSchema.all(connection);
        Map<String, BackupManifest.Table> described = new LinkedHashMap<>();
        for (TableSchema table : tables) {
            long next = table.numbered() ? keys.next(connection, table.name()) : 0;
            described.put(table.name(), new BackupManifest.Table(table.count(connection), next));
        }
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(json.writeValueAsBytes(new BackupManifest(
                BackupManifest.FORMAT,
                AppliedMigrations.schemaVersion(connection),
                AppliedMigrations.seedChecksum(connection),
                described)));
        zip.closeEntry();
        for (TableSchema table : tables) {
            zip.putNextEntry(new ZipEntry(TABLES + table.name() + ENDING));
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(zip, UTF_8), CSV);
            csv.printRecord(table.columns());
            write(csv, connection, table);
            csv.flush();
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static void write(CSVPrinter csv, Connection connection, TableSchema table)
            throws IOException, SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
            // or else PostgreSQL's driver would keep them all
            select.setFetchSize(ROWS_AT_ONCE);
            if (!table.hasPk()) {
                write(csv, table, select);
                return;
            }
            // H2 would keep them
            long last = 0;
            do {
                select.setLong(1, last);
                select.setInt(2, ROWS_AT_ONCE);
                last = write(csv, table, select);
            } while (last > 0);
        }
    }

    /** Answers the surrogate key of the last row; 0 where there was none. */
    private static long write(CSVPrinter csv, TableSchema table, PreparedStatement select)
            throws IOException, SQLException {
        long last = 0;
        try (ResultSet rows = select.executeQuery()) {
            ResultSetMetaData described = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= table.columns().size(); i++) {
                    csv.print(text(rows, i, described.getColumnType(i)));
                }
                csv.println();
                if (table.hasPk()) {
                    last = rows.getLong(table.placeOfPk());
                }
            }
        }
        return last;
    }

    /** PostgreSQL's driver writes a number in one of two ways, by how often it has read such rows before. */
    private static String text(ResultSet rows, int column, int type) throws SQLException {
        String text = rows.getString(column);
        return text != null && type == Types.DOUBLE ? Double.toString(rows.getDouble(column)) : text;
    }
}
