package org.bluehelmets.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bluehelmets.database.TextFolding;

/** Writes the conditions on single columns in SQL, one method for each type of value. A null filter has no condition. */
final class ValueConditions {

    private final String alias;
    private final FilterParameters parameters;
    private final List<String> conditions;

    /** @param conditions receives the conditions */
    ValueConditions(String alias, FilterParameters parameters, List<String> conditions) {
        this.alias = alias;
        this.parameters = parameters;
        this.conditions = conditions;
    }

    void text(String column, StringFilter filter) {
        if (filter == null) {
            return;
        }
        String key = column(column + "_key");
        equality(filter.eq, filter.ne, filter.in, filter.notIn, value -> {
            String folded = TextFolding.fold((String) value);
            return folded.isEmpty() ? compare(column, "=", value) : key + " = " + parameters.bind(folded);
        });
        if (filter.contains != null) {
            String piece = TextFolding.foldPiece(filter.contains);
            if (piece.isBlank()) {
                add(like(column(column), "%" + LikePattern.escape(filter.contains) + "%"));
            } else {
                // spaces around the key let a piece match a word at the beginning or the end of the text
                String words = piece.equals(piece.strip()) ? key : "' ' || " + key + " || ' '";
                add(like(words, "%" + LikePattern.escape(piece) + "%"));
            }
        }
        if (filter.startsWith != null) {
            String start = TextFolding.foldPiece(filter.startsWith).stripLeading();
            if (start.isEmpty()) {
                add(like(column(column), LikePattern.escape(filter.startsWith) + "%"));
            } else {
                add(like(start.endsWith(" ") ? key + " || ' '" : key, LikePattern.escape(start) + "%"));
            }
        }
        isNull(column, filter.isNull);
    }

    /** @param normalize converts a value of the client to the stored case */
    void key(String column, StringFilter filter, UnaryOperator<String> normalize) {
        if (filter == null) {
            return;
        }
        equality(
                filter.eq,
                filter.ne,
                filter.in,
                filter.notIn,
                value -> compare(column, "=", normalize.apply((String) value)));
        if (filter.contains != null) {
            add(like(column(column), "%" + LikePattern.escape(normalize.apply(filter.contains)) + "%"));
        }
        if (filter.startsWith != null) {
            add(like(column(column), LikePattern.escape(normalize.apply(filter.startsWith)) + "%"));
        }
        isNull(column, filter.isNull);
    }

    void number(String column, IntFilter filter) {
        if (filter != null) {
            equality(filter.eq, filter.ne, filter.in, filter.notIn, value -> compare(column, "=", value));
            range(column, filter.lt, filter.lte, filter.gt, filter.gte);
            isNull(column, filter.isNull);
        }
    }

    void date(String column, DateFilter filter) {
        if (filter != null) {
            equality(filter.eq, filter.ne, null, null, value -> compare(column, "=", value));
            range(column, filter.lt, filter.lte, filter.gt, filter.gte);
            isNull(column, filter.isNull);
        }
    }

    <E extends Enum<E>> void enumValue(String column, EnumFilter<E> filter) {
        if (filter != null) {
            equality(filter.eq(), filter.ne(), filter.in(), filter.notIn(), value -> compare(column, "=", value));
        }
    }

    /** @param condition the SQL of the Boolean value, in which {@code {}} stands for the alias of the row */
    void bool(String condition, BooleanFilter filter) {
        if (filter != null && filter.eq != null) {
            String sql = condition.replace("{}", alias);
            parameters.countCondition();
            add(filter.eq ? sql : negate(sql));
        }
    }

    /** Negates a condition. The negation also matches rows for which the condition is unknown. */
    static String negate(String condition) {
        return "(" + condition + ") is not true";
    }

    /** Returns a condition that matches no row. */
    String matchNone() {
        parameters.countCondition();
        return "1 = 0";
    }

    private void equality(Object eq, Object ne, List<?> in, List<?> notIn, Function<Object, String> equalTo) {
        if (eq != null) {
            add(equalTo.apply(eq));
        }
        if (ne != null) {
            add(negate(equalTo.apply(ne)));
        }
        if (in != null) {
            add(in.isEmpty() ? matchNone() : oneOf(in, equalTo));
        }
        if (notIn != null && !notIn.isEmpty()) {
            add(negate(oneOf(notIn, equalTo)));
        }
    }

    private static String oneOf(List<?> values, Function<Object, String> equalTo) {
        return "(" + String.join(" or ", values.stream().map(equalTo).toList()) + ")";
    }

    private void range(String column, Object lt, Object lte, Object gt, Object gte) {
        comparison(column, "<", lt);
        comparison(column, "<=", lte);
        comparison(column, ">", gt);
        comparison(column, ">=", gte);
    }

    private void comparison(String column, String operator, Object value) {
        if (value != null) {
            add(compare(column, operator, value));
        }
    }

    private String compare(String column, String operator, Object value) {
        return column(column) + " " + operator + " " + parameters.bind(value);
    }

    private String like(String text, String pattern) {
        return text + " like " + parameters.bind(pattern) + LikePattern.ESCAPE_CLAUSE;
    }

    private void isNull(String column, Boolean isNull) {
        if (isNull != null) {
            parameters.countCondition();
            add(column(column) + (isNull ? " is null" : " is not null"));
        }
    }

    private String column(String name) {
        return alias + "." + name;
    }

    private void add(String condition) {
        conditions.add(condition);
    }
}
