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
 * The locks of datasets, and the one order in which all writers take their locks, so that no two of them ever wait for
 * each other:
 *
 * <ol>
 *   <li>datasets, in the order of {@link #ORDER};
 *   <li>the version of the data, {@link DataVersion#lock} or {@link DataVersion#change};
 *   <li>any other row.
 * </ol>
 *
 * <ul>
 *   <li>A mutation takes the version first, and no dataset.
 *   <li>An import takes its dataset, and the list of missions before it adds a mission. It takes the version last, so that
 *       mutations do not wait while a file is read. The rows that it writes in between block nobody who holds the version:
 *       a restore and the data files hold all datasets too, and a mutation only refers to such rows by keys, which no
 *       import changes.
 *   <li>A restore and the loader of the data files take all datasets, then the version.
 * </ul>
 *
 * <p>A dataset is locked by the row of its source. On PostgreSQL the lock is FOR NO KEY UPDATE: FOR UPDATE would also
 * block a mutation that refers to the source, and it holds the version that the import waits for. H2 has only FOR UPDATE,
 * which does not block references there.
 */
public final class DatasetLocks {

    /** Imports of contributions and of fatalities take the missions as their second lock. */
    static final List<Dataset> ORDER = List.of(Dataset.CONTRIBUTIONS, Dataset.FATALITIES, Dataset.MISSIONS);

    private DatasetLocks() {}

    /**
     * Keeps other imports of a dataset out until the transaction ends.
     *
     * @return the source that stands for the dataset; empty where there is none
     * @throws ImportRunningException where another transaction holds the lock
     */
    static OptionalLong take(Connection connection, Dataset dataset) throws SQLException, ImportRunningException {
        try {
            return select(connection, dataset, " nowait");
        } catch (SQLException e) {
            if (TransientSqlErrors.isLockConflict(e)) {
                throw new ImportRunningException(dataset, e);
            }
            throw e;
        }
    }

    /** Like {@link #take} for all datasets. */
    public static void takeAll(Connection connection) throws SQLException, ImportRunningException {
        for (Dataset dataset : ORDER) {
            take(connection, dataset);
        }
    }

    /** Like {@link #take}, but waits as long as the database allows for another transaction that holds the lock. */
    static void await(Connection connection, Dataset dataset) throws SQLException {
        select(connection, dataset, "");
    }

    /** Like {@link #await} for all datasets. */
    public static void awaitAll(Connection connection) throws SQLException {
        for (Dataset dataset : ORDER) {
            await(connection, dataset);
        }
    }

    private static OptionalLong select(Connection connection, Dataset dataset, String wait) throws SQLException {
        String lock = DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL ? " for no key update" : " for update";
        try (PreparedStatement select =
                connection.prepareStatement("select pk from source where natural_key = ?" + lock + wait)) {
            select.setString(1, dataset.source);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
