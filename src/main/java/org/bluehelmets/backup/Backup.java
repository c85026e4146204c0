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
 * Writes a consistent snapshot of the database as a zip with one CSV file for each table, while other transactions read
 * and write. Memory use is constant. A backup contains only data, so that a restore never executes its content.
 */
@ApplicationScoped
public class Backup {

    /** Quotes all values except null, to distinguish null from an empty text. */
    static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .get();

    static final String DIRECTORY = "tables/";
    static final String EXTENSION = ".csv";

    private static final int FETCH_SIZE = 5000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerators idGenerators;

    Backup(DataSource dataSource, ObjectMapper json, IdGenerators idGenerators) {
        this.dataSource = dataSource;
        this.json = json;
        this.idGenerators = idGenerators;
    }

    /**
     * Writes a backup. Does not close the stream, so that the caller can signal an aborted backup.
     *
     * @throws IOException if the stream fails, for example because the client has disconnected
     */
    public void write(OutputStream out) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try {
                write(connection, new ZipOutputStream(out));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw TransientSqlErrors.failure("the database failed during the backup, which is incomplete", e);
        }
    }

    private void write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        List<TableSchema> tables = TableSchema.readAll(connection);
        Map<String, BackupManifest.Table> manifestTables = new LinkedHashMap<>();
        for (TableSchema table : tables) {
            long next = table.hasGeneratedIds() ? idGenerators.next(connection, table.name()) : 0;
            manifestTables.put(table.name(), new BackupManifest.Table(table.count(connection), next));
        }
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(json.writeValueAsBytes(new BackupManifest(
                BackupManifest.FORMAT,
                AppliedMigrations.schemaVersion(connection),
                AppliedMigrations.seedChecksum(connection),
                manifestTables)));
        zip.closeEntry();
        for (TableSchema table : tables) {
            zip.putNextEntry(new ZipEntry(DIRECTORY + table.name() + EXTENSION));
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(zip, UTF_8), CSV);
            csv.printRecord(table.columns());
            writeTable(csv, connection, table);
            csv.flush();
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static void writeTable(CSVPrinter csv, Connection connection, TableSchema table)
            throws IOException, SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.selectSql())) {
            // without a fetch size, the PostgreSQL driver loads all rows into memory
            select.setFetchSize(FETCH_SIZE);
            if (!table.hasPk()) {
                writeRows(csv, table, select);
                return;
            }
            // H2 loads a whole result into memory, so read page by page
            long last = 0;
            do {
                select.setLong(1, last);
                select.setInt(2, FETCH_SIZE);
                last = writeRows(csv, table, select);
            } while (last > 0);
        }
    }

    /** Returns the surrogate key of the last row, or 0 if there is no row. */
    private static long writeRows(CSVPrinter csv, TableSchema table, PreparedStatement select)
            throws IOException, SQLException {
        long last = 0;
        try (ResultSet rows = select.executeQuery()) {
            ResultSetMetaData metaData = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= table.columns().size(); i++) {
                    csv.print(text(rows, i, metaData.getColumnType(i)));
                }
                csv.println();
                if (table.hasPk()) {
                    last = rows.getLong(table.pkIndex());
                }
            }
        }
        return last;
    }

    /** The PostgreSQL driver formats a number differently after it has switched to binary transfer. */
    private static String text(ResultSet rows, int column, int type) throws SQLException {
        String text = rows.getString(column);
        return text != null && type == Types.DOUBLE ? Double.toString(rows.getDouble(column)) : text;
    }
}
