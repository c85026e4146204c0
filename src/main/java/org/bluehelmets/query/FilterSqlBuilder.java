package org.bluehelmets.query;

import java.util.ArrayList;
import java.util.List;
import org.bluehelmets.database.TextFolding;

/**
 * Builds the SQL condition of a filter. Values are always bound as parameters. A null filter adds no condition.
 *
 * <p>A condition does not match a row whose value is unknown. {@code not}, {@code ne} and {@code notIn} match all rows
 * that their opposites do not match, so clients do not see a third truth value.
 */
public final class FilterSqlBuilder {

    /** The maximum nesting depth, at which the parser of the database still works. */
    private static final int MAX_DEPTH = 30;

    private final String alias;
    private final FilterParameters parameters;
    private final int depth;
    private final List<String> conditions = new ArrayList<>();
    private final ValueConditions values;

    FilterSqlBuilder(String alias, List<Object> values) {
        this(alias, new FilterParameters(values), 1);
    }

    private FilterSqlBuilder(String alias, FilterParameters parameters, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadUserInputException("`filter` must not be nested more than " + MAX_DEPTH
                    + " levels deep. Put conditions next to each other instead.");
        }
        this.alias = alias;
        this.parameters = parameters;
        this.depth = depth;
        this.values = new ValueConditions(alias, parameters, conditions);
    }

    /**
     * Names and titles, compared by their folded key ({@link TextFolding}) in the column with the suffix {@code _key}. A
     * value without letters and digits has no key and is compared literally with the text.
     */
    FilterSqlBuilder text(String column, StringFilter filter) {
        values.text(column, filter);
        return this;
    }

    /** Keys that are stored in upper case, such as codes. The case of the client's value is ignored. */
    FilterSqlBuilder upperCaseText(String column, StringFilter filter) {
        values.key(column, filter, TextFolding::upperCaseKey);
        return this;
    }

    /** Keys that are stored in lower case. The case of the client's value is ignored. */
    FilterSqlBuilder lowerCaseText(String column, StringFilter filter) {
        values.key(column, filter, TextFolding::lowerCaseKey);
        return this;
    }

    FilterSqlBuilder number(String column, IntFilter filter) {
        values.number(column, filter);
        return this;
    }

    /** A partial date, compared by its first possible day. */
    FilterSqlBuilder date(String partialDate, DateFilter filter) {
        values.date(partialDate + "_date", filter);
        return this;
    }

    <E extends Enum<E>> FilterSqlBuilder enumValue(String column, EnumFilter<E> filter) {
        values.enumValue(column, filter);
        return this;
    }

    /**
     * A Boolean value that is computed.
     *
     * @param condition the SQL of the value, in which {@code {}} stands for the alias of the row
     */
    FilterSqlBuilder bool(String condition, BooleanFilter filter) {
        values.bool(condition, filter);
        return this;
    }

    /**
     * Whether the row is active today, from the first possible day of its start to the last possible day of its end. A row
     * without a start, or with an end at an unknown time, is not active. {@code Mission.wasActiveOn} has the same rule.
     *
     * @param start a partial date
     * @param end a partial date; a planned end lies in the future
     * @param ended a Boolean column: the row has ended at an unknown time
     */
    FilterSqlBuilder activeToday(String start, String end, String ended, BooleanFilter filter) {
        if (filter == null || filter.eq == null) {
            return this;
        }
        // a month or a year is stored as its first day, and is over when the next one begins
        return bool(
                """
                ({}.%1$s_date <= %4$s and not {}.%3$s and ({}.%2$s_date is null or {}.%2$s_date >= %4$s
                or ({}.%2$s_precision = 'MONTH' and {}.%2$s_date >= %5$s)
                or ({}.%2$s_precision = 'YEAR' and {}.%2$s_date >= %6$s)))""".formatted(
                                start,
                                end,
                                ended,
                                parameters.bindInternal(RelativeDay.TODAY),
                                parameters.bindInternal(RelativeDay.FIRST_OF_MONTH),
                                parameters.bindInternal(RelativeDay.FIRST_OF_YEAR)),
                filter);
    }

    /**
     * The row refers to an object that matches the filter. A row with a null reference does not match.
     *
     * @param table the table of the object; the foreign key column is named after it
     */
    FilterSqlBuilder reference(String table, Filter filter) {
        FilterSqlBuilder nested = nested(filter);
        if (nested != null) {
            conditions.add("%1$s.%2$s_pk in (select %3$s.pk from %2$s %3$s where %4$s)"
                    .formatted(alias, table, nested.alias, nested));
        }
        return this;
    }

    /**
     * At least one of the associated objects matches the filter.
     *
     * @param join the join table
     * @param own the table of the row; a column of the join table is named after it
     * @param table the table of the objects; the other column of the join table is named after it
     */
    FilterSqlBuilder anyOf(String join, String own, String table, Filter filter) {
        FilterSqlBuilder nested = nested(filter);
        if (nested != null) {
            conditions.add("%1$s.pk in (select j.%2$s_pk from %3$s j join %4$s %5$s on %5$s.pk = j.%4$s_pk where %6$s)"
                    .formatted(alias, own, join, table, nested.alias, nested));
        }
        return this;
    }

    /**
     * The combinations of a filter with others of its type. An empty list has no effect. An empty filter matches all rows,
     * also in {@code or}.
     */
    void combine(List<? extends Filter> and, List<? extends Filter> or, Filter not) {
        if (and != null) {
            and.stream().map(this::sameRow).filter(sql -> !sql.isEmpty()).forEach(conditions::add);
        }
        if (or != null && !or.isEmpty()) {
            int bound = parameters.size();
            List<String> alternatives = or.stream().map(this::sameRow).toList();
            if (alternatives.stream().noneMatch(String::isEmpty)) {
                conditions.add("(" + String.join(" or ", alternatives) + ")");
            } else {
                // one alternative matches all rows, so the values of the others are not parameters of the statement
                parameters.truncate(bound);
            }
        }
        if (not != null) {
            String negated = sameRow(not);
            conditions.add(negated.isEmpty() ? values.matchNone() : ValueConditions.negate(negated));
        }
    }

    /** Returns the condition of another filter on the same row; empty if it matches all rows. */
    private String sameRow(Filter filter) {
        FilterSqlBuilder builder = new FilterSqlBuilder(alias, parameters, depth + 1);
        filter.appendTo(builder);
        return builder.toString();
    }

    /** Returns the conditions of a filter on another row; null if there are none. */
    private FilterSqlBuilder nested(Filter filter) {
        if (filter == null) {
            return null;
        }
        FilterSqlBuilder builder = new FilterSqlBuilder(alias + "n", parameters, depth + 1);
        filter.appendTo(builder);
        return builder.conditions.isEmpty() ? null : builder;
    }

    /** Returns the SQL of all conditions; empty if all rows match. */
    @Override
    public String toString() {
        return String.join(" and ", conditions);
    }
}
