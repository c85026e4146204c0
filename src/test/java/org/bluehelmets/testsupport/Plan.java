package org.bluehelmets.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * How the database finds the rows of a table.
 *
 * @param rows how many it looks at, by the index that leads it to them, in capitals; of PostgreSQL those that it finds, and
 *     those that it finds and leaves out
 * @param text all that the database says
 */
public record Plan(Map<String, Integer> rows, String text) {

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    /**
     * Executes a statement to see its plan.
     *
     * @param values each by an expression of what stands before its parameter; the first that fits counts
     */
    public static Plan of(DataSource dataSource, String sql, String table, Map<String, Object> values)
            throws SQLException {
        String how = TestDatabase.isH2() ? "explain analyze " : "explain (analyze, format json) ";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement explain = connection.prepareStatement(how + sql)) {
            Matcher parameter = PARAMETER.matcher(sql);
            for (int i = 1; parameter.find(); i++) {
                explain.setObject(i, value(sql.substring(0, parameter.start()), values));
            }
            try (ResultSet found = explain.executeQuery()) {
                found.next();
                String plan = found.getString(1);
                return TestDatabase.isH2() ? read(table, plan) : readJson(table, plan);
            }
        }
    }

    private static Object value(String before, Map<String, Object> values) {
        return values.entrySet().stream()
                .filter(value -> Pattern.compile("(?s).*" + value.getKey())
                        .matcher(before)
                        .matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no value for the parameter after: " + before))
                .getValue();
    }

    private static Plan readJson(String table, String plan) {
        try {
            Map<String, Integer> rows = new HashMap<>();
            for (JsonNode scan : new ObjectMapper().readTree(plan).findParents("Relation Name")) {
                if (scan.get("Relation Name").asText().equalsIgnoreCase(table)) {
                    double each = scan.get("Actual Rows").asDouble()
                            + scan.path("Rows Removed by Filter").asDouble();
                    rows.merge(
                            scan.path("Index Name").asText("no index").toUpperCase(Locale.ROOT),
                            (int) Math.round(each * scan.get("Actual Loops").asDouble()),
                            Integer::sum);
                }
            }
            return new Plan(rows, plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(plan, e);
        }
    }

    private static Plan read(String table, String plan) {
        Map<String, Integer> rows = new HashMap<>();
        Matcher scanned = Pattern.compile(
                        "\\b%s\"? \"?\\w+\"?\\s+/\\* PUBLIC\\.([\\w.]+).*?scanCount: (\\d+)".formatted(table),
                        Pattern.DOTALL)
                .matcher(plan);
        while (scanned.find()) {
            rows.merge(scanned.group(1), Integer.parseInt(scanned.group(2)), Integer::sum);
        }
        return new Plan(rows, plan);
    }
}
