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

/** A dataset that the UN publishes as flat files, and how one of its files is known: by the columns that it has. */
public enum Dataset {
    /** DPO-UCHISTORICAL: who contributes whom to which mission, month by month. */
    CONTRIBUTIONS(MonthlyReport.SOURCE, ContributionImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new ContributionImport(connection, source, store, dataSource);
        }
    },
    /** DPPADPOSS-PKO: the missions themselves. */
    MISSIONS("un-missions", MissionImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new MissionImport(connection, source);
        }
    },
    /** DPPADPOSS-FATALITIES: every death in a mission. */
    FATALITIES("un-fatalities", FatalityImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
                throws SQLException {
            return new FatalityImport(connection, source);
        }
    };

    /** All columns that are looked at. */
    private static final Set<String> KNOWN = Stream.of(
                    ContributionImport.COLUMNS,
                    ContributionImport.OPTIONAL,
                    MissionImport.COLUMNS,
                    MissionImport.OPTIONAL,
                    FatalityImport.COLUMNS,
                    FatalityImport.OPTIONAL)
            .flatMap(List::stream)
            .collect(Collectors.toSet());

    /** The natural key of the source that stands for the dataset. */
    public final String source;

    private final List<String> columns;

    Dataset(String source, List<String> columns) {
        this.source = source;
        this.columns = columns;
    }

    /**
     * Begins an import.
     *
     * @param connection holds the transaction of the import
     * @param source the surrogate key of the source that stands for the dataset
     * @param store for rows that can only be looked at when all are there
     * @param dataSource for what is not part of that transaction
     */
    abstract DatasetImport open(Connection connection, long source, StagingTable.Store store, DataSource dataSource)
            throws SQLException;

    /**
     * The dataset of a file.
     *
     * @param wanted the only one that will do; null for any
     * @throws UnreadableFileException where it is none, or has a column twice
     */
    static Dataset of(Header header, Dataset wanted) throws UnreadableFileException {
        for (Dataset dataset : values()) {
            if ((wanted == null || dataset == wanted) && header.names().containsAll(dataset.columns)) {
                for (String column : header.repeated()) {
                    if (KNOWN.contains(column)) {
                        throw new UnreadableFileException(
                                "the column " + column + " is there twice; take one of them away");
                    }
                }
                return dataset;
            }
        }
        String expected = Arrays.stream(values())
                .filter(dataset -> wanted == null || dataset == wanted)
                .map(dataset -> dataset + " (" + String.join(", ", dataset.columns) + ")")
                .collect(Collectors.joining(", "));
        throw new UnreadableFileException("its columns are not those of " + (wanted == null ? "any dataset" : wanted)
                + "; expected, in any order: " + expected);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
