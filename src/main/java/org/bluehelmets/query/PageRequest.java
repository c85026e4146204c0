package org.bluehelmets.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.Stored;

/**
 * Which rows of a list a client wants, and in which order: the arguments of a connection, checked.
 *
 * @param limit how many rows at most
 * @param backwards whether the last rows are wanted, not the first
 */
public record PageRequest<E extends Stored>(
        Listing<E> listing,
        Criteria criteria,
        Sort<E> sort,
        Cursor after,
        Cursor before,
        int limit,
        boolean backwards) {

    /** How many rows come where the client does not say. */
    public static final int DEFAULT_SIZE = 20;

    /** How many rows a client may ask for at once. */
    public static final int MAX_SIZE = 100;

    /** @throws BadUserInput where the arguments of the connection contradict each other or are out of bounds */
    public static <E extends Stored> PageRequest<E> of(
            Listing<E> listing, Filter filter, List<? extends Order<E>> orderBy, Slice slice) {
        Sort<E> sort = Sort.of(listing, orderBy);
        return new PageRequest<>(
                listing,
                Criteria.of(filter),
                sort,
                slice.after() == null ? null : Cursor.decode("after", slice.after(), sort),
                slice.before() == null ? null : Cursor.decode("before", slice.before(), sort),
                slice.limit(),
                slice.last() != null);
    }

    /** The cursor of a row of this list. */
    public String cursor(E row) {
        return Cursor.encode(sort, row);
    }

    /** The conditions on the alias {@code e}, led by " and ", or nothing. */
    public String conditions() {
        StringBuilder hql = new StringBuilder(criteria.andCondition());
        if (after != null) {
            hql.append(" and ").append(beyond(after, "a", false));
        }
        if (before != null) {
            hql.append(" and ").append(beyond(before, "b", true));
        }
        return hql.toString();
    }

    /** The HQL that orders rows so that the wanted ones come first: reversed where the last ones are wanted. */
    public String orderBy() {
        return sort.hql(backwards);
    }

    /** The values of {@link #conditions}, by parameter. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(criteria.parameters());
        bind(parameters, after, "a");
        bind(parameters, before, "b");
        return parameters;
    }

    private static void bind(Map<String, Object> parameters, Cursor cursor, String prefix) {
        if (cursor != null) {
            for (int i = 0; i < cursor.values().size(); i++) {
                if (cursor.values().get(i) != null) {
                    parameters.put(prefix + i, cursor.values().get(i));
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
            String path = "e." + term.key().path();
            String column = term.key().folded(path);
            String value = term.key().folded(":" + prefix + i);
            boolean known = cursor.values().get(i) != null;
            String onThatSide;
            if (known) {
                onThatSide = column + (term.descending() != towardsStart ? " < " : " > ") + value;
                if (term.key().nullable() && !towardsStart) {
                    onThatSide = "(" + onThatSide + " or " + path + " is null)";
                }
            } else {
                // rows without a value are the last ones: nothing comes after them, all with a value before
                onThatSide = towardsStart ? path + " is not null" : "1 = 0";
            }
            alternatives.append(i == 0 ? "" : " or ").append(equalSoFar).append(onThatSide);
            equalSoFar
                    .append(known ? column + " = " + value : path + " is null")
                    .append(" and ");
        }
        return "(" + alternatives + ")";
    }
}
