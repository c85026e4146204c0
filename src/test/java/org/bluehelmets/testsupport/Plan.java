package org.bluehelmets.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * How H2 finds the rows of a table.
 *
 * @param rows how many it looks at, by the index that leads it to them
 * @param text all that H2 says
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement explain = connection.prepareStatement("explain analyze " + sql)) {
            Matcher parameter = PARAMETER.matcher(sql);
            for (int i = 1; parameter.find(); i++) {
                explain.setObject(i, value(sql.substring(0, parameter.start()), values));
            }
            try (ResultSet found = explain.executeQuery()) {
                found.next();
                return read(table, found.getString(1));
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
