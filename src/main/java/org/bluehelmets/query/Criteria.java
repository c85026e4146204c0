package org.bluehelmets.query;

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
public record Criteria(String condition, List<?> values) {

    /** Lets everything through. */
    public static final Criteria NONE = new Criteria("", List.of());

    /** The criteria of a filter; of none where there is no filter. */
    public static Criteria of(Filter filter) {
        if (filter == null) {
            return NONE;
        }
        List<Object> values = new ArrayList<>();
        Where where = new Where("e", values);
        filter.conditions(where);
        return new Criteria(where.toString(), List.copyOf(values));
    }

    /** The condition, led by " and ", or nothing. */
    public String andCondition() {
        return condition.isEmpty() ? "" : " and " + condition;
    }

    /** The values by the parameters that they are bound to. */
    public Map<String, Object> parameters() {
        return IntStream.range(0, values.size()).boxed().collect(Collectors.toMap(i -> "f" + i, values::get));
    }
}
