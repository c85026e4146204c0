package org.bluehelmets.dataloading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.query.PageRequest;

/**
 * Some rows of a list and what lies around them.
 *
 * @param rows in the order asked for
 * @param totalCount counts the whole list, at its first call
 */
public record Page<E extends BaseEntity>(
        PageRequest<E> request,
        List<E> rows,
        boolean hasNext,
        boolean hasPrevious,
        Supplier<CompletionStage<Integer>> totalCount) {

    /** A page of the rows that its query found: up to one more than asked for, the wanted ones first. */
    static <E extends BaseEntity> Page<E> of(
            PageRequest<E> request, List<E> found, Supplier<CompletionStage<Integer>> totalCount) {
        boolean more = found.size() > request.limit();
        List<E> rows = new ArrayList<>(more ? found.subList(0, request.limit()) : found);
        if (request.backwards()) {
            Collections.reverse(rows);
        }
        // a cursor is the place of a row, so that there is something on its other side, unless it has gone since
        boolean beyondBefore = request.before() != null;
        boolean beyondAfter = request.after() != null;
        return new Page<>(
                request,
                Collections.unmodifiableList(rows),
                request.backwards() ? beyondBefore : more || beyondBefore,
                request.backwards() ? more || beyondAfter : beyondAfter,
                totalCount);
    }
}
