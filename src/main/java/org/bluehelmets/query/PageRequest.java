package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.BaseEntity;

/**
 * The validated arguments of a connection: which rows of a list to return, and in which order.
 *
 * @param limit the maximum number of rows
 * @param backwards whether to return the last rows instead of the first
 */
public record PageRequest<E extends BaseEntity>(
        EntityDescriptor<E> descriptor,
        SqlCondition condition,
        Sort<E> sort,
        Cursor after,
        Cursor before,
        int limit,
        boolean backwards) {

    /** The page size if the client specifies none. */
    public static final int DEFAULT_SIZE = 20;

    /** The maximum page size. */
    public static final int MAX_SIZE = 100;

    /** @throws BadUserInputException if the arguments are out of range or cannot be combined */
    public static <E extends BaseEntity> PageRequest<E> of(
            EntityDescriptor<E> descriptor,
            Filter filter,
            List<? extends Order<E>> orderBy,
            ConnectionArguments arguments) {
        Sort<E> sort = Sort.of(descriptor, orderBy);
        return new PageRequest<>(
                descriptor,
                SqlCondition.of(filter),
                sort,
                arguments.after() == null ? null : Cursor.decode("after", arguments.after(), sort),
                arguments.before() == null ? null : Cursor.decode("before", arguments.before(), sort),
                arguments.limit(),
                arguments.last() != null);
    }

    /** Replaces relative days in the condition by dates ({@link SqlCondition#resolveDates}). */
    public PageRequest<E> resolveDates(LocalDate today) {
        SqlCondition resolved = condition.resolveDates(today);
        return resolved == condition
                ? this
                : new PageRequest<>(descriptor, resolved, sort, after, before, limit, backwards);
    }

    /** Returns the cursor of a row of this list. */
    public String cursor(E row) {
        return Cursor.encode(sort, row);
    }

    /** Returns the conditions on the alias {@code e} with a leading " and "; empty if all rows match. */
    public String andClause() {
        StringBuilder sql = new StringBuilder(condition.andClause());
        if (after != null) {
            sql.append(" and ").append(afterOrBefore(after, "a", false));
        }
        if (before != null) {
            sql.append(" and ").append(afterOrBefore(before, "b", true));
        }
        return sql.toString();
    }

    /** Returns the ORDER BY terms. The order is reversed for the last rows of a list, so that they come first. */
    public String orderBy() {
        return sort.sql(backwards);
    }

    /** Whether the first term of {@link #orderBy} is descending. */
    public boolean descending() {
        return sort.terms().get(0).descending() != backwards;
    }

    /** Returns the values of {@link #andClause} by parameter name. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        bind(parameters, after, "a");
        bind(parameters, before, "b");
        return parameters;
    }

    private void bind(Map<String, Object> parameters, Cursor cursor, String prefix) {
        if (cursor != null) {
            for (int i = 0; i < cursor.values().size(); i++) {
                Object value = cursor.values().get(i);
                if (value != null) {
                    parameters.put(prefix + i, value);
                }
            }
        }
    }

    /**
     * The condition for rows on one side of a cursor: the first term in which a row differs from the cursor decides. The
     * last term is unique.
     */
    private String afterOrBefore(Cursor cursor, String prefix, boolean towardsStart) {
        StringBuilder alternatives = new StringBuilder();
        StringBuilder equalSoFar = new StringBuilder();
        for (int i = 0; i < sort.terms().size(); i++) {
            Sort.Term<E> term = sort.terms().get(i);
            String column = "e." + term.key().column();
            String value = ":" + prefix + i;
            boolean known = cursor.values().get(i) != null;
            String inTerm;
            if (known) {
                inTerm = column + " " + operator(term, towardsStart) + " " + value;
                if (term.key().nullable() && !towardsStart) {
                    inTerm = "(" + inTerm + " or " + column + " is null)";
                }
            } else {
                // null sorts last: no row follows in this term, and all rows with a value precede
                inTerm = towardsStart ? column + " is not null" : "1 = 0";
            }
            alternatives.append(i == 0 ? "" : " or ").append(equalSoFar).append(inTerm);
            equalSoFar
                    .append(known ? column + " = " + value : column + " is null")
                    .append(" and ");
        }
        return "(" + alternatives + ")" + indexCondition(prefix, towardsStart);
    }

    /** A redundant condition that lets the database start at the position of the cursor in an index. */
    private String indexCondition(String prefix, boolean towardsStart) {
        Sort.Term<E> first = sort.terms().get(0);
        if (first.key().nullable()) {
            return "";
        }
        return " and %s %s= :%s0".formatted("e." + first.key().column(), operator(first, towardsStart), prefix);
    }

    private static String operator(Sort.Term<?> term, boolean towardsStart) {
        return term.descending() != towardsStart ? "<" : ">";
    }
}
