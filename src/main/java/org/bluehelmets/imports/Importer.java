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
 * Imports the UN's files. A file is one transaction: whatever happens, readers see all of what was there before or all
 * of what is there after.
 */
@ApplicationScoped
public class Importer {

    /** The SQL states of numbers that do not fit: the standard's, and H2's for a column. */
    private static final Set<String> NUMBER_OUT_OF_RANGE = Set.of("22003", "22004");

    private final DataSource dataSource;
    private final StagingTable.Store store;
    private final ReadReplica replica;

    Importer(DataSource dataSource, StagingTable.Store store, ReadReplica replica) {
        this.dataSource = dataSource;
        this.store = store;
        this.replica = replica;
    }

    /**
     * Imports a file of any format that {@link RowReader#open} reads. The stream is closed.
     *
     * @throws UnreadableFileException where nothing was changed because of the file as a whole
     * @throws ImportRunningException where nothing was changed because of another import
     */
    public ImportReport run(InputStream file, ImportOptions options, ImportProgress progress)
            throws UnreadableFileException, ImportRunningException {
        try (file;
                RowReader rows = RowReader.open(file)) {
            return run(rows, Dataset.of(rows.header(), options.dataset()), options, progress);
        } catch (IOException e) {
            throw RowReader.brokenOff(0, e);
        } catch (SQLException e) {
            if (e.getSQLState() != null && NUMBER_OUT_OF_RANGE.contains(e.getSQLState())) {
                throw new UnreadableFileException("its numbers add up to more people than there are", e);
            }
            throw TransientSqlErrors.failure("the database failed", e);
        }
    }

    private ImportReport run(RowReader rows, Dataset dataset, ImportOptions options, ImportProgress progress)
            throws SQLException, UnreadableFileException, ImportRunningException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ImportReport report;
                // closed before the transaction ends, and with it the lock: what it holds is the next import's then
                try (DatasetImport target = dataset.open(connection, source(connection, dataset), store, dataSource)) {
                    report = run(rows, dataset, target, options, progress);
                }
                if (!report.refused() && !report.dryRun()) {
                    DataVersion changed = DataVersion.change(connection);
                    connection.commit();
                    replica.changed(changed.changes());
                }
                return report;
            } finally {
                JdbcStatements.reset(connection);
            }
        }
    }

    private static ImportReport run(
            RowReader rows, Dataset dataset, DatasetImport target, ImportOptions options, ImportProgress progress)
            throws SQLException, UnreadableFileException {
        long read = 0;
        BadRows bad = new BadRows(progress);
        for (InputRow row = rows.next(); row != null; row = rows.next()) {
            try {
                if (row.fault() != null) {
                    throw new BadCellException(null, null, row.fault());
                }
                target.accept(row);
            } catch (BadCellException e) {
                bad.add(new BadRow(row.line(), e.column, e.value, e.getMessage()));
                target.skip(row);
            }
            progress.read(++read);
        }
        target.finish(bad);
        boolean unreadable = bad.count() > 0 && !options.skipBadRows();
        List<ShrinkingMonth> shrinking = unreadable ? List.of() : target.shrinking();
        boolean refused = unreadable || !shrinking.isEmpty() && !options.allowShrinking();
        ImportSummary changes = refused ? ImportSummary.NONE : target.apply();
        List<SkippedRow> skipped = refused ? List.of() : target.skipped();
        return new ImportReport(
                dataset.toString(),
                refused,
                options.dryRun(),
                read,
                refused ? 0 : read - bad.count() - skipped.size() - target.rowsLeftOut(),
                bad.count(),
                refused ? 0 : target.rowsLeftOut(),
                bad.first(),
                changes,
                refused ? List.of() : List.copyOf(target.incomplete()),
                refused ? List.of() : List.copyOf(target.kept()),
                shrinking.size(),
                shrinking.stream().limit(ImportReport.MOST_SHRINKING).toList(),
                refused ? List.of() : List.copyOf(target.missionsAdded()),
                skipped);
    }

    /** The source that stands for a dataset, of which there is no other import until the transaction ends. */
    private static long source(Connection connection, Dataset dataset) throws SQLException, ImportRunningException {
        return DatasetLocks.take(connection, dataset)
                .orElseThrow(() ->
                        new IllegalStateException("there is no source " + dataset.source + "; add it to sources.csv"));
    }
}
