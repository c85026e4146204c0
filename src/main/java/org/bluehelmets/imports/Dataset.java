package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bluehelmets.imports.reader.Header;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.imports.staging.StagingTable;
import org.bluehelmets.model.MonthlyReport;

/** A dataset that the UN publishes as flat files. The columns of a file identify its dataset. */
public enum Dataset {
    /** DPO-UCHISTORICAL: personnel by month, nation, mission and category. */
    CONTRIBUTIONS(MonthlyReport.SOURCE, ContributionColumns.REQUIRED) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new ContributionImport(connection, source, store, dataSource);
        }
    },
    /** DPPADPOSS-PKO: the list of missions. */
    MISSIONS("un-missions", MissionRowParser.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new MissionImport(connection, source);
        }
    },
    /** DPPADPOSS-FATALITIES: one row for each death in a mission. */
    FATALITIES("un-fatalities", FatalityImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new FatalityImport(connection, source);
        }
    };

    /** All columns that imports read. */
    private static final Set<String> KNOWN_COLUMNS = Stream.of(
                    ContributionColumns.REQUIRED,
                    ContributionColumns.OPTIONAL,
                    MissionRowParser.COLUMNS,
                    MissionRowParser.OPTIONAL,
                    FatalityImport.COLUMNS,
                    FatalityImport.OPTIONAL)
            .flatMap(List::stream)
            .collect(Collectors.toSet());

    /** The natural key of the source that represents the dataset. */
    public final String source;

    private final List<String> columns;

    Dataset(String source, List<String> columns) {
        this.source = source;
        this.columns = columns;
    }

    /**
     * Starts an import.
     *
     * @param connection holds the transaction of the import
     * @param source the surrogate key of the source that represents the dataset
     * @param store creates the staging table
     * @param dataSource provides connections for work outside the transaction
     */
    abstract DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
            throws SQLException;

    /**
     * Identifies the dataset of a file.
     *
     * @param expected the only accepted dataset; null accepts any
     * @throws UnreadableFileException if the columns fit no accepted dataset, or if a column appears twice
     */
    static Dataset of(Header header, Dataset expected) throws UnreadableFileException {
        for (Dataset dataset : values()) {
            if ((expected == null || dataset == expected) && header.names().containsAll(dataset.columns)) {
                for (String column : header.repeated()) {
                    if (KNOWN_COLUMNS.contains(column)) {
                        throw new UnreadableFileException(
                                "the column " + column + " appears twice; remove one of them");
                    }
                }
                return dataset;
            }
        }
        String columnsByDataset = Arrays.stream(values())
                .filter(dataset -> expected == null || dataset == expected)
                .map(dataset -> dataset + " (" + String.join(", ", dataset.columns) + ")")
                .collect(Collectors.joining(", "));
        throw new UnreadableFileException(
                "the columns do not match " + (expected == null ? "any dataset" : "the dataset " + expected)
                        + "; the expected columns, in any order, are: " + columnsByDataset);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
