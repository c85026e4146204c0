package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A filter in SQL: a condition on the alias {@code e}, with its values bound as {@code :f0}, {@code :f1} and so on.
 * Two filters that ask the same are equal.
 *
 * @param condition the SQL, empty where everything passes
 */
public record SqlCondition(String condition, List<?> values) {

    /** Lets everything through. */
    public static final SqlCondition NONE = new SqlCondition("", List.of());

    /** The criteria of a filter; of none where there is no filter. */
    public static SqlCondition of(Filter filter) {
        if (filter == null) {
            return NONE;
        }
        List<Object> values = new ArrayList<>();
        FilterSqlBuilder where = new FilterSqlBuilder("e", values);
        filter.conditions(where);
        return new SqlCondition(where.toString(), List.copyOf(values));
    }

    /** The same criteria as they are meant on a day. Criteria that say nothing of today are the same on every day. */
    public SqlCondition on(LocalDate today) {
        if (values.stream().noneMatch(RelativeDay.class::isInstance)) {
            return this;
        }
        return new SqlCondition(
                condition,
                values.stream()
                        .map(value -> value instanceof RelativeDay day ? day.on(today) : value)
                        .toList());
    }

    /** The condition, led by " and ", or nothing. */
    public String andCondition() {
        return condition.isEmpty() ? "" : " and " + condition;
    }

    /**
     * The values by the parameters that they are bound to.
     *
     * @throws IllegalStateException where {@link #on} was not called and some values depend on the day
     */
    public Map<String, Object> parameters() {
        if (values.stream().anyMatch(RelativeDay.class::isInstance)) {
            throw new IllegalStateException("the criteria depend on the day; call on(today) before reading by them");
        }
        return IntStream.range(0, values.size()).boxed().collect(Collectors.toMap(i -> "f" + i, values::get));
    }
}
