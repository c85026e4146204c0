package org.bluehelmets.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bluehelmets.model.BaseEntity;

/**
 * A total order of rows: the keys asked for and, so that pages are stable, the natural key last, in the direction of
 * the key before it (so that one index serves both directions).
 *
 * @param type the rows
 */
public record Sort<E>(Class<E> type, List<Term<E>> terms) {

    /** One key of a sort. */
    record Term<E>(SortKey<E> key, boolean descending) {

        /** The SQL of the term, forwards or, for the last rows before a cursor, backwards. Unknown values come last. */
        String sql(boolean backwards) {
            String order = "e." + key.column() + (descending != backwards ? " desc" : " asc");
            return key.nullable() ? order + (backwards ? " nulls first" : " nulls last") : order;
        }
    }

    /**
     * An order of something that is not stored.
     *
     * @param descending comes first
     * @param ascending breaks ties, and tells all apart
     */
    public static <E> Sort<E> of(Class<E> type, SortKey<E> descending, SortKey<E> ascending) {
        return new Sort<>(type, List.of(new Term<>(descending, true), new Term<>(ascending, false)));
    }

    static <E extends BaseEntity> Sort<E> of(EntityDescriptor<E> listing, List<? extends Order<E>> orders) {
        List<Term<E>> terms = new ArrayList<>();
        if (orders == null || orders.isEmpty()) {
            terms.add(new Term<>(listing.defaultKey(), false));
        } else {
            for (Order<E> order : orders) {
                if (order == null) {
                    throw new BadUserInputException("orderBy holds null; leave it out, or name a field");
                }
                // what comes again orders nothing more
                if (terms.stream().noneMatch(term -> term.key().equals(order.key()))) {
                    terms.add(new Term<>(order.key(), order.direction() == Direction.DESC));
                }
            }
        }
        boolean lastDescending = terms.get(terms.size() - 1).descending();
        if (terms.stream().noneMatch(term -> term.key().equals(listing.naturalKey()))) {
            terms.add(new Term<>(listing.naturalKey(), lastDescending));
        }
        return new Sort<>(listing.type(), List.copyOf(terms));
    }

    String sql(boolean backwards) {
        return terms.stream().map(term -> term.sql(backwards)).collect(Collectors.joining(", "));
    }

    /** Tells this list and order from others, so that a cursor is refused where it was not made. */
    String signature() {
        return terms.stream()
                .map(term -> term.key().column() + (term.descending() ? "-" : "+"))
                .collect(Collectors.joining(",", type.getSimpleName() + ":", ""));
    }
}
