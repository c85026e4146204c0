package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Measures imports, and compares them with plain JDBC batches (or COPY on PostgreSQL) into the same table. Asserts nothing.
 * Run it by name:
 * {@code ./mvnw test -Dtest.compiler= -Dtest=ImportBenchmark -Dbenchmark.rows=100000}.
 */
@QuarkusTest
@TestProfile(ImportBenchmark.DatabaseFile.class)
class ImportBenchmark {

    public static class DatabaseFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    TestDatabase.isH2() ? TestDatabase.newFileUrl() : TestDatabase.newUrl());
        }
    }

    private static final int ROWS = Integer.getInteger("benchmark.rows", 100_000);
    private static final String PLAIN = TestDatabase.isH2() ? "plain JDBC" : "COPY";
    private static final int ROUNDS = 3;
    private static final int ROWS_OF_MONTH = 1_000;
    private static final int BATCH = 1_000;

    private record Row(YearMonth month, String nation, String mission, PersonnelCategory category, int women, int men) {
        LocalDate day() {
            return month.atEndOfMonth();
        }
    }

    @Inject
    Importer importer;

    @Inject
    DataSource dataSource;

    private final Rows rows = new Rows();

    @Test
    void comparesImportWithPlainJdbc() throws Exception {
        List<Row> data = data();
        byte[] file = csv(data);
        System.out.printf("%d rows, %d MB, best of %d rounds%n", ROWS, file.length >> 20, ROUNDS);
        double plain = 0;
        double imported = 0;
        for (int round = 0; round < ROUNDS; round++) {
            rows.clearImports();
            plain = Math.max(plain, rate(PLAIN, () -> {
                if (TestDatabase.isH2()) {
                    writePlainly(data);
                } else {
                    copy(data);
                }
            }));
            rows.clearImports();
            imported = Math.max(
                    imported,
                    rate(
                            "import",
                            () -> importer.run(
                                    new ByteArrayInputStream(file), ImportOptions.DEFAULT, ImportProgress.NONE)));
            rate(
                    "import again",
                    () -> importer.run(new ByteArrayInputStream(file), ImportOptions.DEFAULT, ImportProgress.NONE));
        }
        System.out.printf(
                "%1$s %2$.0f rows/s, import %3$.0f rows/s: %4$.2f of %1$s%n", PLAIN, plain, imported, imported / plain);
    }

    private void load(byte[] file) throws Exception {
        ImportReport report = importer.run(new ByteArrayInputStream(file), ImportOptions.DEFAULT, ImportProgress.NONE);
        assertEquals(ROWS, report.rowsStored(), () -> report.toString());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double rate(String name, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("  %-12s %6.2f s %8.0f rows/s%n", name, seconds, ROWS / seconds);
        return ROWS / seconds;
    }

    /** The minimum of an import: inserts rows with resolved keys in one transaction. */
    private void writePlainly(List<Row> data) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Map<String, Long> nations = keys(connection, "select code, pk from nation");
            Map<String, Long> missions = keys(connection, "select acronym, pk from mission");
            long source = keys(connection, "select natural_key, pk from source").get("un-contributions");
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into personnel_count (natural_key, nation_pk, mission_pk, category, total, women, men,
                      precision, status, as_of_date, as_of_precision, source_pk)
                    values (?, ?, ?, ?, ?, ?, ?, 'EXACT', 'DEPLOYED', ?, 'DAY', ?)""")) {
                int batched = 0;
                for (Row row : data) {
                    insert.setString(1, row.month + "/" + row.nation + "/" + row.mission + "/" + row.category);
                    insert.setLong(2, nations.get(row.nation));
                    insert.setLong(3, missions.get(row.mission));
                    insert.setString(4, row.category.name());
                    insert.setInt(5, row.women + row.men);
                    insert.setInt(6, row.women);
                    insert.setInt(7, row.men);
                    insert.setObject(8, row.day());
                    insert.setLong(9, source);
                    insert.addBatch();
                    if (++batched % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** Like psql with a file of the table's columns: one COPY with resolved keys. */
    private void copy(List<Row> data) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            Map<String, Long> nations = keys(connection, "select code, pk from nation");
            Map<String, Long> missions = keys(connection, "select acronym, pk from mission");
            long source = keys(connection, "select natural_key, pk from source").get("un-contributions");
            StringBuilder lines = new StringBuilder();
            for (Row row : data) {
                lines.append(row.month + "/" + row.nation + "/" + row.mission + "/" + row.category)
                        .append("," + nations.get(row.nation) + "," + missions.get(row.mission) + "," + row.category)
                        .append("," + (row.women + row.men) + "," + row.women + "," + row.men)
                        .append(",EXACT,DEPLOYED," + row.day() + ",DAY," + source + "\n");
            }
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                            copy personnel_count (natural_key, nation_pk, mission_pk, category, total, women, men,
                              precision, status, as_of_date, as_of_precision, source_pk) from stdin (format csv)""", Contributions.stream(lines.toString()));
        }
    }

    private List<Row> data() throws Exception {
        List<PersonnelCategory> categories =
                List.of(PersonnelCategory.values()).subList(0, PersonnelCategory.values().length - 1);
        List<String> nations;
        List<String> missions;
        try (Connection connection = dataSource.getConnection()) {
            nations =
                    List.copyOf(keys(connection, "select code, pk from nation").keySet());
            missions = List.copyOf(keys(connection, "select acronym, pk from mission where kind = 'PEACEKEEPING'")
                            .keySet())
                    .subList(0, 16);
        }
        List<Row> data = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int inMonth = i % ROWS_OF_MONTH;
            // ordered by nation, mission and category like the UN's files: five rows for each of 200 nations
            int part = inMonth % 5;
            int nation = inMonth / 5;
            data.add(new Row(
                    YearMonth.of(1950, 1).plusMonths(i / ROWS_OF_MONTH),
                    nations.get(nation),
                    missions.get((nation + part * 3) % missions.size()),
                    categories.get((nation + part) % categories.size()),
                    i % 20,
                    i % 500));
        }
        return data;
    }

    private static byte[] csv(List<Row> data) {
        StringBuilder text = new StringBuilder(Contributions.HEADER).append('\n');
        int id = 0;
        for (Row row : data) {
            text.append(++id + "," + row.nation + ",,," + row.mission + "," + CellParser.categoryName(row.category)
                    + "," + row.women + "," + row.men + "," + row.day() + "\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static Map<String, Long> keys(Connection connection, String sql) throws Exception {
        Map<String, Long> keys = new TreeMap<>();
        try (ResultSet found = connection.createStatement().executeQuery(sql)) {
            while (found.next()) {
                keys.put(found.getString(1), found.getLong(2));
            }
        }
        return keys;
    }
}
