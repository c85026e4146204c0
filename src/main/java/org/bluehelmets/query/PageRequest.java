package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.BaseEntity;

/**
 * Which rows of a list a client wants, and in which order: the arguments of a connection, checked.
 *
 * @param limit how many rows at most
 * @param backwards whether the last rows are wanted, not the first
 */
public record PageRequest<E extends BaseEntity>(
        EntityDescriptor<E> descriptor,
        SqlCondition condition,
        Sort<E> sort,
        Cursor after,
        Cursor before,
        int limit,
        boolean backwards) {

    /** How many rows come where the client does not say. */
    public static final int DEFAULT_SIZE = 20;

    /** How many rows a client may ask for at once. */
    public static final int MAX_SIZE = 100;

    /** @throws BadUserInputException where the arguments of the connection contradict each other or are out of bounds */
    public static <E extends BaseEntity> PageRequest<E> of(
            EntityDescriptor<E> descriptor,
            Filter filter,
            List<? extends Order<E>> orderBy,
            ConnectionArguments paging) {
        Sort<E> sort = Sort.of(descriptor, orderBy);
        return new PageRequest<>(
                descriptor,
                SqlCondition.of(filter),
                sort,
                paging.after() == null ? null : Cursor.decode("after", paging.after(), sort),
                paging.before() == null ? null : Cursor.decode("before", paging.before(), sort),
                paging.limit(),
                paging.last() != null);
    }

    /** Replaces relative days in the condition by dates ({@link SqlCondition#resolveDates}). */
    public PageRequest<E> resolveDates(LocalDate today) {
        SqlCondition resolved = condition.resolveDates(today);
        return resolved == condition
                ? this
                : new PageRequest<>(descriptor, resolved, sort, after, before, limit, backwards);
    }

    /** The cursor of a row of this list. */
    public String cursor(E row) {
        return Cursor.encode(sort, row);
    }

    /** The conditions on the alias {@code e}, led by " and ", or nothing. */
    public String andClause() {
        StringBuilder sql = new StringBuilder(condition.andClause());
        if (after != null) {
            sql.append(" and ").append(beyond(after, "a", false));
        }
        if (before != null) {
            sql.append(" and ").append(beyond(before, "b", true));
        }
        return sql.toString();
    }

    /** The SQL that orders rows so that the wanted ones come first: reversed where the last ones are wanted. */
    public String orderBy() {
        return sort.sql(backwards);
    }

    /** Whether the first term of {@link #orderBy} descends. */
    public boolean descending() {
        return sort.terms().get(0).descending() != backwards;
    }

    /** The values of {@link #andClause}, by parameter. */
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
     * Rows on one side of a cursor: those that differ from it first in some term, and there in the right direction.
     * The last term tells all rows apart.
     */
    private String beyond(Cursor cursor, String prefix, boolean towardsStart) {
        StringBuilder alternatives = new StringBuilder();
        StringBuilder equalSoFar = new StringBuilder();
        for (int i = 0; i < sort.terms().size(); i++) {
            Sort.Term<E> term = sort.terms().get(i);
            String column = "e." + term.key().column();
            String value = ":" + prefix + i;
            boolean known = cursor.values().get(i) != null;
            String onThatSide;
            if (known) {
                onThatSide = column + " " + side(term, towardsStart) + " " + value;
                if (term.key().nullable() && !towardsStart) {
                    onThatSide = "(" + onThatSide + " or " + column + " is null)";
                }
            } else {
                // rows without a value are the last ones: nothing comes after them, all with a value before
                onThatSide = towardsStart ? column + " is not null" : "1 = 0";
            }
            alternatives.append(i == 0 ? "" : " or ").append(equalSoFar).append(onThatSide);
            equalSoFar
                    .append(known ? column + " = " + value : column + " is null")
                    .append(" and ");
        }
        return "(" + alternatives + ")" + bound(prefix, towardsStart);
    }

    /** What follows from the alternatives, where the database does not see it: an index leads it to the place. */
    private String bound(String prefix, boolean towardsStart) {
        Sort.Term<E> first = sort.terms().get(0);
        if (first.key().nullable()) {
            return "";
        }
        return " and %s %s= :%s0".formatted("e." + first.key().column(), side(first, towardsStart), prefix);
    }

    private static String side(Sort.Term<?> term, boolean towardsStart) {
        return term.descending() != towardsStart ? "<" : ">";
    }
}
