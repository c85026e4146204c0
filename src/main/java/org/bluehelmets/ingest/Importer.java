package org.bluehelmets.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Imports the UN's files. A file is one transaction: whatever happens, readers see all of what was there before or all
 * of what is there after.
 */
@ApplicationScoped
public class Importer {

    private final DataSource dataSource;

    Importer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Imports a file of any format that {@link InputRows#open} reads. The stream is closed.
     *
     * @throws UnreadableFileException where nothing was changed because of the file as a whole
     * @throws ImportRunningException where nothing was changed because of another import
     */
    public ImportReport run(InputStream file, ImportOptions options, Progress progress)
            throws UnreadableFileException, ImportRunningException {
        try (file;
                InputRows rows = InputRows.open(file)) {
            Dataset dataset = Dataset.of(rows.header())
                    .filter(found -> options.dataset() == null || options.dataset() == found)
                    .orElseThrow(() -> Dataset.unknown(rows.header(), options.dataset()));
            return run(rows, dataset, options, progress);
        } catch (IOException e) {
            throw InputRows.brokenOff(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed; nothing was changed", e);
        }
    }

    private ImportReport run(InputRows rows, Dataset dataset, ImportOptions options, Progress progress)
            throws SQLException, UnreadableFileException, ImportRunningException {
        try (Connection connection = dataSource.getConnection()) {
            dataset.prepare(connection);
            connection.setAutoCommit(false);
            DatasetImport target = null;
            try {
                target = dataset.open(connection, lock(connection, dataset));
                ImportReport report = run(rows, dataset, target, options, progress);
                if (report.refused() || report.dryRun()) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
                return report;
            } finally {
                // after a commit there is nothing to take back
                connection.rollback();
                connection.setAutoCommit(true);
                if (target != null) {
                    target.close();
                }
            }
        }
    }

    private static ImportReport run(
            InputRows rows, Dataset dataset, DatasetImport target, ImportOptions options, Progress progress)
            throws SQLException, UnreadableFileException {
        long read = 0;
        long bad = 0;
        List<BadRow> badRows = new ArrayList<>();
        for (InputRow row = rows.next(); row != null; row = rows.next()) {
            progress.read(++read);
            try {
                if (row.fault() != null) {
                    throw new BadCellException(null, null, row.fault());
                }
                target.accept(row);
            } catch (BadCellException e) {
                bad++;
                if (badRows.size() < ImportReport.MOST_BAD_ROWS) {
                    badRows.add(new BadRow(row.line(), e.column, e.value, e.getMessage()));
                }
            }
        }
        boolean refused = bad > 0 && !options.skipBadRows();
        Changes changes = refused ? Changes.NONE : target.apply(progress);
        return new ImportReport(
                dataset.toString(),
                refused,
                options.dryRun(),
                read,
                refused ? 0 : read - bad,
                bad,
                badRows,
                changes,
                refused ? List.of() : List.copyOf(target.missionsAdded()));
    }

    /** Keeps other imports of the dataset out until the transaction ends. Answers the source that stands for it. */
    private static long lock(Connection connection, Dataset dataset) throws SQLException, ImportRunningException {
        String sql = "select pk from source where natural_key = ? for update nowait";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, dataset.source);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("there is no source " + dataset.source + "; add it to sources.csv");
                }
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            if (isLocked(e)) {
                throw new ImportRunningException(dataset, e);
            }
            throw e;
        }
    }

    private static boolean isLocked(SQLException e) {
        return e.getErrorCode() == org.h2.api.ErrorCode.LOCK_TIMEOUT_1;
    }
}
