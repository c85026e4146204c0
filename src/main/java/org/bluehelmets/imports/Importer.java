package org.bluehelmets.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.JdbcStatements;
import org.bluehelmets.database.ReadReplica;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.InputRow;
import org.bluehelmets.imports.reader.RowReader;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.imports.staging.StagingTable;

/**
 * Imports the UN's files. Each file is one transaction: readers see either the previous data or all of the new data.
 */
@ApplicationScoped
public class Importer {

    /** The SQL states of numeric overflow: the standard one, and the one that H2 uses for columns. */
    private static final Set<String> NUMERIC_OVERFLOW = Set.of("22003", "22004");

    private final DataSource dataSource;
    private final StagingTable.Store store;
    private final ReadReplica replica;

    Importer(DataSource dataSource, StagingTable.Store store, ReadReplica replica) {
        this.dataSource = dataSource;
        this.store = store;
        this.replica = replica;
    }

    /**
     * Imports a file in any format that {@link RowReader#open} supports, and closes the stream.
     *
     * @throws UnreadableFileException if the file as a whole cannot be read; nothing has changed
     * @throws ImportRunningException if another import holds the lock; nothing has changed
     */
    public ImportReport run(InputStream file, ImportOptions options, ImportProgress progress)
            throws UnreadableFileException, ImportRunningException {
        try (file;
                RowReader rows = RowReader.open(file)) {
            return run(rows, Dataset.of(rows.header(), options.dataset()), options, progress);
        } catch (IOException e) {
            throw RowReader.unreadable(0, e);
        } catch (SQLException e) {
            if (e.getSQLState() != null && NUMERIC_OVERFLOW.contains(e.getSQLState())) {
                throw new UnreadableFileException(
                        "the counts of a month add up to more than %s people; correct them"
                                .formatted(Integer.MAX_VALUE),
                        e);
            }
            throw TransientSqlErrors.failure("the database failed during the import", e);
        }
    }

    private ImportReport run(RowReader rows, Dataset dataset, ImportOptions options, ImportProgress progress)
            throws SQLException, UnreadableFileException, ImportRunningException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ImportReport report;
                // close the staging table before the transaction ends and releases the lock for the next import
                try (DatasetImport datasetImport =
                        dataset.open(connection, lockSource(connection, dataset), store, dataSource)) {
                    report = run(rows, dataset, datasetImport, options, progress);
                }
                if (!report.refused() && !report.dryRun()) {
                    DataVersion changed = DataVersion.change(connection);
                    connection.commit();
                    replica.observeVersion(changed.changes());
                }
                return report;
            } finally {
                JdbcStatements.reset(connection);
            }
        }
    }

    private static ImportReport run(
            RowReader rows,
            Dataset dataset,
            DatasetImport datasetImport,
            ImportOptions options,
            ImportProgress progress)
            throws SQLException, UnreadableFileException {
        long read = 0;
        BadRows badRows = new BadRows(progress);
        for (InputRow row = rows.next(); row != null; row = rows.next()) {
            try {
                if (row.error() != null) {
                    throw new BadCellException(null, null, row.error());
                }
                datasetImport.addRow(row);
            } catch (BadCellException e) {
                badRows.add(new BadRow(row.line(), e.column, e.value, e.getMessage()));
                datasetImport.addBadRow(row);
            }
            progress.onRowRead(++read);
        }
        datasetImport.finishReading(badRows);
        boolean refusedForBadRows = badRows.count() > 0 && !options.skipBadRows();
        List<Shrinkage> shrinkage = refusedForBadRows ? List.of() : datasetImport.findShrinkage();
        boolean refused = refusedForBadRows || !shrinkage.isEmpty() && !options.allowShrinking();
        ImportSummary changes = refused ? ImportSummary.NONE : datasetImport.apply();
        List<SkippedRow> skipped = refused ? List.of() : datasetImport.skippedRows();
        return new ImportReport(
                dataset.toString(),
                refused,
                options.dryRun(),
                read,
                refused ? 0 : read - badRows.count() - skipped.size() - datasetImport.rowsLeftOut(),
                badRows.count(),
                refused ? 0 : datasetImport.rowsLeftOut(),
                badRows.first(),
                changes,
                refused ? List.of() : List.copyOf(datasetImport.incomplete()),
                refused ? List.of() : List.copyOf(datasetImport.kept()),
                shrinkage.size(),
                shrinkage.stream().limit(ImportReport.MAX_SHRINKING).toList(),
                refused ? List.of() : List.copyOf(datasetImport.missionsAdded()),
                skipped);
    }

    /** Locks a dataset and returns the surrogate key of its source. */
    private static long lockSource(Connection connection, Dataset dataset) throws SQLException, ImportRunningException {
        return DatasetLocks.tryLock(connection, dataset)
                .orElseThrow(() -> new IllegalStateException(
                        "the source " + dataset.source + " is missing; add it to sources.csv"));
    }
}
