package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of a filter: a condition on the rows of the alias {@code e}. Filters with the same meaning may have equal
 * conditions, which are keys of caches.
 *
 * @param sql the condition; empty if all rows match
 * @param values the values of the parameters {@code :f0}, {@code :f1} and so on
 */
public record SqlCondition(String sql, List<?> values) {

    /** Matches all rows. */
    public static final SqlCondition NONE = new SqlCondition("", List.of());

    /** Returns the condition of a filter, which may be null. */
    public static SqlCondition of(Filter filter) {
        if (filter == null) {
            return NONE;
        }
        List<Object> values = new ArrayList<>();
        FilterSqlBuilder builder = new FilterSqlBuilder("e", values);
        filter.appendTo(builder);
        return new SqlCondition(builder.toString(), List.copyOf(values));
    }

    /** Replaces relative days by dates. */
    public SqlCondition resolveDates(LocalDate today) {
        if (values.stream().noneMatch(RelativeDay.class::isInstance)) {
            return this;
        }
        return new SqlCondition(
                sql,
                values.stream()
                        .map(value -> value instanceof RelativeDay day ? day.on(today) : value)
                        .toList());
    }

    /** Returns the condition with a leading " and "; empty if all rows match. */
    public String andClause() {
        return sql.isEmpty() ? "" : " and " + sql;
    }

    /**
     * Returns the values by parameter name.
     *
     * @throws IllegalStateException if there are relative days: call {@link #resolveDates} first
     */
    public Map<String, Object> parameters() {
        if (values.stream().anyMatch(RelativeDay.class::isInstance)) {
            throw new IllegalStateException("The condition has relative days; call resolveDates first.");
        }
        return IntStream.range(0, values.size()).boxed().collect(Collectors.toMap(i -> "f" + i, values::get));
    }
}
