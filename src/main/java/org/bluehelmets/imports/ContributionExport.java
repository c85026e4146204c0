package org.bluehelmets.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.model.PersonnelCategory;

/**
 * Exports official counts in the format that {@link ContributionImport} reads. The export is a consistent snapshot, and it
 * reads month by month to limit memory.
 */
@ApplicationScoped
public class ContributionExport {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** The columns of the UN's files, in their order. */
    private static final List<String> COLUMNS = List.of(
            "contribution_id",
            ContributionColumns.NATION_CODE,
            ContributionColumns.NATION_M49,
            ContributionColumns.NATION_NAME,
            ContributionColumns.MISSION,
            ContributionColumns.CATEGORY,
            ContributionColumns.WOMEN,
            ContributionColumns.MEN,
            ContributionColumns.DATE);

    /** Selects one month with the index {@code personnel_count_by_date}. */
    private static final String SELECT_MONTH = """
            select n.code, n.m49, n.name, m.acronym, c.category, c.women, c.men
            from personnel_count c
            join nation n on n.pk = c.nation_pk
            left join mission m on m.pk = c.mission_pk
            where c.source_pk = ? and c.as_of_date = ?
              and (cast(? as varchar) is null or n.code = ?) and (cast(? as varchar) is null or m.acronym = ?)
            order by c.natural_key""";

    private static final String SELECT_REPORTS = """
            select r.reported_on, r.source_pk, r.incomplete
            from monthly_report r join source s on s.pk = r.source_pk
            where s.natural_key = ? and r.reported_on >= ? and r.reported_on <= ?
            order by r.reported_on""";

    private record Report(LocalDate reportedOn, long source, boolean incomplete) {}

    /**
     * Selects the counts to export. Null values match everything.
     *
     * @param nation the code of a nation, in upper case
     * @param mission the acronym of a mission, in upper case
     * @param from the earliest report day
     * @param to the latest report day
     */
    public record Filter(String nation, String mission, LocalDate from, LocalDate to) {}

    private final DataSource dataSource;

    ContributionExport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Writes the counts as CSV with a header, ordered by month, nation, mission and category. If a report is incomplete, an
     * additional last column tells for each row whether its report is incomplete, so that an import preserves the mark.
     * Does not close the writer, so that the caller can signal an aborted export.
     *
     * @return the months whose reports are incomplete
     * @throws IOException if the writer fails, for example because the client has disconnected
     */
    public List<YearMonth> write(Writer out, Filter filter) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try {
                CSVPrinter csv = new CSVPrinter(out, FORMAT);
                List<Report> reports = findReports(connection, filter);
                List<YearMonth> incomplete = reports.stream()
                        .filter(Report::incomplete)
                        .map(report -> YearMonth.from(report.reportedOn))
                        .toList();
                List<String> header = new ArrayList<>(COLUMNS);
                if (!incomplete.isEmpty()) {
                    header.add(ContributionColumns.INCOMPLETE);
                }
                csv.printRecord(header);
                int lastId = 0;
                for (Report report : reports) {
                    lastId = writeMonth(csv, lastId, connection, report, filter, !incomplete.isEmpty());
                }
                csv.flush();
                return incomplete;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw TransientSqlErrors.failure("the database failed during the export, which is incomplete", e);
        }
    }

    private static List<Report> findReports(Connection connection, Filter filter) throws SQLException {
        List<Report> reports = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_REPORTS)) {
            select.setString(1, Dataset.CONTRIBUTIONS.source);
            select.setObject(2, filter.from == null ? LocalDate.of(1, 1, 1) : filter.from);
            select.setObject(3, filter.to == null ? LocalDate.of(9999, 12, 31) : filter.to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reports.add(new Report(rows.getObject(1, LocalDate.class), rows.getLong(2), rows.getBoolean(3)));
                }
            }
        }
        return reports;
    }

    /** Writes a month and returns the id of its last row. */
    private static int writeMonth(
            CSVPrinter csv,
            int lastId,
            Connection connection,
            Report report,
            Filter filter,
            boolean withIncompleteColumn)
            throws SQLException, IOException {
        int id = lastId;
        try (PreparedStatement select = connection.prepareStatement(SELECT_MONTH)) {
            select.setLong(1, report.source);
            select.setObject(2, report.reportedOn);
            select.setString(3, filter.nation);
            select.setString(4, filter.nation);
            select.setString(5, filter.mission);
            select.setString(6, filter.mission);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    List<Object> row = new ArrayList<>(Arrays.asList(
                            ++id,
                            rows.getString(1),
                            rows.getObject(2),
                            rows.getString(3),
                            rows.getString(4),
                            CellParser.categoryName(PersonnelCategory.valueOf(rows.getString(5))),
                            rows.getInt(6),
                            rows.getInt(7),
                            report.reportedOn));
                    if (withIncompleteColumn) {
                        row.add(report.incomplete);
                    }
                    csv.printRecord(row);
                }
            }
        }
        return id;
    }
}
