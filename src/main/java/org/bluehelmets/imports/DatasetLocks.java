package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.bluehelmets.database.DataVersion;
import org.bluehelmets.database.DatabaseKind;
import org.bluehelmets.database.TransientSqlErrors;

/**
 * Locks datasets. All writers acquire their locks in the same order, which prevents deadlocks:
 *
 * <ol>
 *   <li>datasets, in the order of {@link #ORDER}
 *   <li>the data version, with {@link DataVersion#lock} or {@link DataVersion#change}
 *   <li>any other row
 * </ol>
 *
 * <ul>
 *   <li>A mutation locks the data version first, and no dataset.
 *   <li>An import locks its dataset, and the list of missions before it adds a mission. It locks the data version last, so
 *       that mutations do not wait while it reads a file. The rows that it writes before that do not block a holder of the
 *       data version: a restore and the loader of the seed files also hold all datasets, and a mutation refers to such
 *       rows only by keys, which imports never change.
 *   <li>A restore and the loader of the seed files lock all datasets, then the data version.
 * </ul>
 *
 * <p>The lock of a dataset is a lock on the row of its source. PostgreSQL uses FOR NO KEY UPDATE, because FOR UPDATE would
 * also block a mutation that refers to the source while the mutation holds the data version that the import waits for. H2
 * has only FOR UPDATE, which does not block references there.
 */
public final class DatasetLocks {

    /** Imports of contributions and of fatalities lock the missions second. */
    static final List<Dataset> ORDER = List.of(Dataset.CONTRIBUTIONS, Dataset.FATALITIES, Dataset.MISSIONS);

    private DatasetLocks() {}

    /**
     * Locks a dataset until the transaction ends.
     *
     * @return the surrogate key of the dataset's source; empty if the source does not exist
     * @throws ImportRunningException if another transaction holds the lock
     */
    static OptionalLong tryLock(Connection connection, Dataset dataset) throws SQLException, ImportRunningException {
        try {
            return selectSource(connection, dataset, " nowait");
        } catch (SQLException e) {
            if (TransientSqlErrors.isLockConflict(e)) {
                throw new ImportRunningException(dataset, e);
            }
            throw e;
        }
    }

    /** Locks all datasets, like {@link #tryLock}. */
    public static void tryLockAll(Connection connection) throws SQLException, ImportRunningException {
        for (Dataset dataset : ORDER) {
            tryLock(connection, dataset);
        }
    }

    /** Locks a dataset. Waits for another transaction that holds the lock, up to the lock timeout of the database. */
    static void lock(Connection connection, Dataset dataset) throws SQLException {
        selectSource(connection, dataset, "");
    }

    /** Locks all datasets, like {@link #lock}. */
    public static void lockAll(Connection connection) throws SQLException {
        for (Dataset dataset : ORDER) {
            lock(connection, dataset);
        }
    }

    private static OptionalLong selectSource(Connection connection, Dataset dataset, String waitPolicy)
            throws SQLException {
        String lockMode = DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL ? " for no key update" : " for update";
        try (PreparedStatement select =
                connection.prepareStatement("select pk from source where natural_key = ?" + lockMode + waitPolicy)) {
            select.setString(1, dataset.source);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
