package org.bluehelmets.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A dataset that the UN publishes as flat files, and how one of its files is known: by the columns that it has. */
public enum Dataset {
    /** DPO-UCHISTORICAL: who contributes whom to which mission, month by month. */
    CONTRIBUTIONS("un-contributions", ContributionImport.COLUMNS) {
        @Override
        void prepare(Connection connection) throws SQLException {
            ContributionImport.prepare(connection);
        }

        @Override
        DatasetImport open(Connection connection, long source) throws SQLException {
            return new ContributionImport(connection, source);
        }
    },
    /** DPPADPOSS-PKO: the missions themselves. */
    MISSIONS("un-missions", MissionImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source) throws SQLException {
            return new MissionImport(connection, source);
        }
    },
    /** DPPADPOSS-FATALITIES: every death in a mission. */
    FATALITIES("un-fatalities", FatalityImport.COLUMNS) {
        @Override
        DatasetImport open(Connection connection, long source) throws SQLException {
            return new FatalityImport(connection, source);
        }
    };

    /** The natural key of the source that stands for the dataset. */
    public final String source;

    private final List<String> columns;

    Dataset(String source, List<String> columns) {
        this.source = source;
        this.columns = columns;
    }

    /** Makes what an import needs of tables of its own, before its transaction begins. */
    void prepare(Connection connection) throws SQLException {}

    abstract DatasetImport open(Connection connection, long source) throws SQLException;

    static Optional<Dataset> of(Header header) {
        return Arrays.stream(values())
                .filter(dataset -> header.names().containsAll(dataset.columns))
                .findFirst();
    }

    /**
     * What a header should be, for people.
     *
     * @param wanted null for any dataset
     */
    static UnreadableFileException unknown(Header header, Dataset wanted) {
        String expected = Arrays.stream(values())
                .filter(dataset -> wanted == null || dataset == wanted)
                .map(dataset -> dataset + " (" + String.join(", ", dataset.columns) + ")")
                .collect(Collectors.joining(", "));
        return new UnreadableFileException("its columns are not those of " + (wanted == null ? "any dataset" : wanted)
                + "; expected, in any order: " + expected + "; found: "
                + String.join(", ", new TreeSet<>(header.names())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
