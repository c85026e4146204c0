package org.bluehelmets.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bluehelmets.database.TextFolding;

/**
 * Writes the conditions of filters in SQL: the one place that knows what an operator of a filter means. Values are
 * always bound.
 *
 * <p>A condition on something that is not known does not hold, and {@code not}, {@code ne} and {@code notIn} let pass
 * whatever their opposites stop: there is no third truth value for clients to think of.
 */
public final class FilterSqlBuilder {

    /** Escapes the wildcards of LIKE; not the backslash, which databases read in different ways. */
    private static final char ESCAPE = '!';

    /** How deep filters nest: deeper than anybody asks, and not so deep that the database's parser gives up. */
    private static final int MAX_DEPTH = 30;

    /**
     * How many conditions a filter holds, those within it included, each value of a list being one: enough to name every
     * member of the United Nations, and far below the thousands that databases give up at.
     */
    private static final int MAX_CONDITIONS = 200;

    /** What a filter and those within it share. */
    private static final class Shared {
        final List<Object> values;
        int conditions;

        Shared(List<Object> values) {
            this.values = values;
        }
    }

    private final String alias;
    private final Shared shared;
    private final int depth;
    private final List<String> conditions = new ArrayList<>();

    FilterSqlBuilder(String alias, List<Object> values) {
        this(alias, new Shared(values), 1);
    }

    private FilterSqlBuilder(String alias, Shared shared, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadUserInputException(
                    "filter is nested more than " + MAX_DEPTH + " deep; put its conditions side by side");
        }
        this.alias = alias;
        this.shared = shared;
        this.depth = depth;
    }

    /**
     * Text that people read, compared by the key that is stored beside it ({@link TextFolding}). A value without letters
     * and digits has no key: it is compared with the text itself, sign by sign.
     */
    FilterSqlBuilder text(String column, StringFilter filter) {
        if (filter == null) {
            return this;
        }
        String key = alias + "." + column + "_key";
        equality(filter.eq, filter.ne, filter.in, filter.notIn, value -> {
            String folded = TextFolding.fold((String) value);
            return folded.isEmpty() ? compare(column, "=", value) : key + " = " + bind(folded);
        });
        if (filter.contains != null) {
            String piece = TextFolding.foldPiece(filter.contains);
            if (piece.isBlank()) {
                add(like(alias + "." + column, "%" + escaped(filter.contains) + "%"));
            } else {
                // words begin and end where the text does
                String words = piece.equals(piece.strip()) ? key : "' ' || " + key + " || ' '";
                add(like(words, "%" + escaped(piece) + "%"));
            }
        }
        if (filter.startsWith != null) {
            String start = TextFolding.foldPiece(filter.startsWith).stripLeading();
            if (start.isEmpty()) {
                add(like(alias + "." + column, escaped(filter.startsWith) + "%"));
            } else {
                add(like(start.endsWith(" ") ? key + " || ' '" : key, escaped(start) + "%"));
            }
        }
        return isNull(column, filter.isNull);
    }

    /** Keys that are stored in upper case, such as codes: compared in any case, by their index. */
    FilterSqlBuilder upperCaseText(String column, StringFilter filter) {
        return key(column, filter, TextFolding::upperCaseKey);
    }

    /** Keys that are stored in lower case. */
    FilterSqlBuilder lowerCaseText(String column, StringFilter filter) {
        return key(column, filter, TextFolding::lowerCaseKey);
    }

    private FilterSqlBuilder key(String column, StringFilter filter, UnaryOperator<String> fold) {
        if (filter == null) {
            return this;
        }
        equality(
                filter.eq,
                filter.ne,
                filter.in,
                filter.notIn,
                value -> compare(column, "=", fold.apply((String) value)));
        if (filter.contains != null) {
            add(like(alias + "." + column, "%" + escaped(fold.apply(filter.contains)) + "%"));
        }
        if (filter.startsWith != null) {
            add(like(alias + "." + column, escaped(fold.apply(filter.startsWith)) + "%"));
        }
        return isNull(column, filter.isNull);
    }

    private String like(String text, String pattern) {
        return text + " like " + bind(pattern) + " escape '" + ESCAPE + "'";
    }

    FilterSqlBuilder number(String column, IntFilter filter) {
        if (filter == null) {
            return this;
        }
        equality(filter.eq, filter.ne, filter.in, filter.notIn, value -> compare(column, "=", value));
        return range(column, filter.lt, filter.lte, filter.gt, filter.gte).isNull(column, filter.isNull);
    }

    /** A partial date, by the first day it may mean. */
    FilterSqlBuilder date(String partialDate, DateFilter filter) {
        if (filter == null) {
            return this;
        }
        String column = partialDate + "_date";
        equality(filter.eq, filter.ne, null, null, value -> compare(column, "=", value));
        return range(column, filter.lt, filter.lte, filter.gt, filter.gte).isNull(column, filter.isNull);
    }

    <E extends Enum<E>> FilterSqlBuilder constant(String column, EnumFilter<E> filter) {
        if (filter != null) {
            equality(filter.eq(), filter.ne(), filter.in(), filter.notIn(), value -> compare(column, "=", value));
        }
        return this;
    }

    /** A yes or no that is written as a condition, in which {@code {}} stands for the row. */
    FilterSqlBuilder condition(String condition, BooleanFilter filter) {
        if (filter != null && filter.eq != null) {
            String written = condition.replace("{}", alias);
            count();
            add(filter.eq ? written : negation(written));
        }
        return this;
    }

    /**
     * Whether the row was under way today, from the first day that its start may mean to the last day that its end may
     * mean. A row without a start, or that has ended at an unknown time, was not. {@code Mission.wasActiveOn} says the same.
     *
     * @param start a partial date
     * @param end a partial date; one that lies ahead is a plan
     * @param ended a column that says that the row has ended, though nobody knows when
     */
    FilterSqlBuilder underWay(String start, String end, String ended, BooleanFilter filter) {
        if (filter == null || filter.eq == null) {
            return this;
        }
        // a month or a year is kept as its first day, and is over when another one has begun
        return condition(
                """
                ({}.%1$s_date <= %4$s and not {}.%3$s and ({}.%2$s_date is null or {}.%2$s_date >= %4$s
                or ({}.%2$s_precision = 'MONTH' and {}.%2$s_date >= %5$s)
                or ({}.%2$s_precision = 'YEAR' and {}.%2$s_date >= %6$s)))""".formatted(
                                start,
                                end,
                                ended,
                                parameter(RelativeDay.TODAY),
                                parameter(RelativeDay.FIRST_OF_MONTH),
                                parameter(RelativeDay.FIRST_OF_YEAR)),
                filter);
    }

    /**
     * The object that the row refers to passes a filter. A row that refers to none does not.
     *
     * @param table the object's, which the column is named after
     */
    FilterSqlBuilder reference(String table, Filter filter) {
        FilterSqlBuilder nested = nested(filter);
        if (nested != null) {
            add("%1$s.%2$s_pk in (select %3$s.pk from %2$s %3$s where %4$s)"
                    .formatted(alias, table, nested.alias, nested));
        }
        return this;
    }

    /**
     * At least one of the objects that are joined to the row passes a filter.
     *
     * @param join the table that joins them
     * @param own the row's table, which a column of the join is named after
     * @param table the objects', which the other one is named after
     */
    FilterSqlBuilder anyOf(String join, String own, String table, Filter filter) {
        FilterSqlBuilder nested = nested(filter);
        if (nested != null) {
            add("%1$s.pk in (select j.%2$s_pk from %3$s j join %4$s %5$s on %5$s.pk = j.%4$s_pk where %6$s)"
                    .formatted(alias, own, join, table, nested.alias, nested));
        }
        return this;
    }

    /**
     * The combinations of a filter with others of its type. An empty list is no condition, as an empty filter is none, also in
     * {@code or}.
     */
    void combined(List<? extends Filter> and, List<? extends Filter> or, Filter not) {
        if (and != null) {
            and.forEach(each -> add(sameRow(each)));
        }
        if (or != null && !or.isEmpty()) {
            int bound = shared.values.size();
            List<String> alternatives = or.stream().map(this::sameRow).toList();
            if (alternatives.stream().noneMatch(String::isEmpty)) {
                add("(" + String.join(" or ", alternatives) + ")");
            } else {
                // a filter without conditions lets everything through, and so does a choice that offers it:
                // nothing is left to bind the values of the others to
                shared.values.subList(bound, shared.values.size()).clear();
            }
        }
        if (not != null) {
            String negated = sameRow(not);
            add(negated.isEmpty() ? nothing() : negation(negated));
        }
    }

    private String sameRow(Filter filter) {
        FilterSqlBuilder where = new FilterSqlBuilder(alias, shared, depth + 1);
        filter.conditions(where);
        return where.toString();
    }

    private FilterSqlBuilder nested(Filter filter) {
        if (filter == null) {
            return null;
        }
        FilterSqlBuilder where = new FilterSqlBuilder(alias + "n", shared, depth + 1);
        filter.conditions(where);
        return where.conditions.isEmpty() ? null : where;
    }

    private interface EqualTo {
        String write(Object value);
    }

    private void equality(Object eq, Object ne, List<?> in, List<?> notIn, EqualTo equalTo) {
        if (eq != null) {
            add(equalTo.write(eq));
        }
        if (ne != null) {
            add(negation(equalTo.write(ne)));
        }
        if (in != null) {
            add(in.isEmpty() ? nothing() : oneOf(in, equalTo));
        }
        if (notIn != null && !notIn.isEmpty()) {
            add(negation(oneOf(notIn, equalTo)));
        }
    }

    private static String oneOf(List<?> choices, EqualTo equalTo) {
        return "(" + String.join(" or ", choices.stream().map(equalTo::write).toList()) + ")";
    }

    private FilterSqlBuilder range(String column, Object lt, Object lte, Object gt, Object gte) {
        comparison(column, "<", lt);
        comparison(column, "<=", lte);
        comparison(column, ">", gt);
        comparison(column, ">=", gte);
        return this;
    }

    private void comparison(String column, String operator, Object value) {
        if (value != null) {
            add(compare(column, operator, value));
        }
    }

    private String compare(String column, String operator, Object value) {
        return alias + "." + column + " " + operator + " " + bind(value);
    }

    private FilterSqlBuilder isNull(String column, Boolean isNull) {
        if (isNull != null) {
            count();
            add(alias + "." + column + (isNull ? " is null" : " is not null"));
        }
        return this;
    }

    private static String negation(String condition) {
        return "(" + condition + ") is not true";
    }

    /** A condition that nothing passes. */
    private String nothing() {
        count();
        return "1 = 0";
    }

    private String bind(Object value) {
        count();
        return parameter(value instanceof Enum<?> constant ? constant.name() : value);
    }

    /** Binds a value that no client has given, and that does not count as a condition. */
    private String parameter(Object value) {
        shared.values.add(value);
        return ":f" + (shared.values.size() - 1);
    }

    private void count() {
        if (++shared.conditions > MAX_CONDITIONS) {
            throw new BadUserInputException("filter holds more than " + MAX_CONDITIONS
                    + " conditions, each value of a list being one; ask for less at a time");
        }
    }

    private void add(String condition) {
        if (!condition.isEmpty()) {
            conditions.add(condition);
        }
    }

    /** Text for LIKE, with its wildcards escaped by !. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '%' || c == '_' || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return String.join(" and ", conditions);
    }
}
