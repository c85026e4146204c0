package org.bluehelmets.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bluehelmets.model.BaseEntity;

/**
 * A total order of rows. The last term is the natural key, so that pages are stable. It has the direction of the term
 * before it, so that one index supports both directions.
 *
 * @param type the type of the rows
 */
public record Sort<E>(Class<E> type, List<Term<E>> terms) {

    /** One key of a sort. */
    record Term<E>(SortKey<E> key, boolean descending) {

        /** Returns the SQL of the term. Null values sort last, or first if the order is reversed. */
        String sql(boolean backwards) {
            String order = "e." + key.column() + (descending != backwards ? " desc" : " asc");
            return key.nullable() ? order + (backwards ? " nulls first" : " nulls last") : order;
        }
    }

    /**
     * Creates the sort of a computed list.
     *
     * @param descending the first key
     * @param ascending the second key, which is unique
     */
    public static <E> Sort<E> of(Class<E> type, SortKey<E> descending, SortKey<E> ascending) {
        return new Sort<>(type, List.of(new Term<>(descending, true), new Term<>(ascending, false)));
    }

    static <E extends BaseEntity> Sort<E> of(EntityDescriptor<E> descriptor, List<? extends Order<E>> orders) {
        List<Term<E>> terms = new ArrayList<>();
        if (orders == null || orders.isEmpty()) {
            terms.add(new Term<>(descriptor.defaultKey(), false));
        } else {
            for (Order<E> order : orders) {
                if (order == null) {
                    throw new BadUserInputException("`orderBy` must not contain null. Remove it or specify a field.");
                }
                // a repeated key has no effect
                if (terms.stream().noneMatch(term -> term.key().equals(order.key()))) {
                    terms.add(new Term<>(order.key(), order.direction() == Direction.DESC));
                }
            }
        }
        boolean lastDescending = terms.get(terms.size() - 1).descending();
        if (terms.stream().noneMatch(term -> term.key().equals(descriptor.naturalKey()))) {
            terms.add(new Term<>(descriptor.naturalKey(), lastDescending));
        }
        return new Sort<>(descriptor.type(), List.copyOf(terms));
    }

    String sql(boolean backwards) {
        return terms.stream().map(term -> term.sql(backwards)).collect(Collectors.joining(", "));
    }

    /** Identifies the list and its order, so that cursors of other lists are rejected. */
    String signature() {
        return terms.stream()
                .map(term -> term.key().column() + (term.descending() ? "-" : "+"))
                .collect(Collectors.joining(",", type.getSimpleName() + ":", ""));
    }
}
