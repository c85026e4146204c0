package org.bluehelmets.dataloading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.query.PageRequest;

/**
 * A page of a list.
 *
 * @param rows the rows in the requested order
 * @param totalCount counts all rows of the list when it is called
 */
public record Page<E extends BaseEntity>(
        PageRequest<E> request,
        List<E> rows,
        boolean hasNext,
        boolean hasPrevious,
        Supplier<CompletionStage<Integer>> totalCount) {

    /** Creates a page from the rows of its query, which returns one row more than requested if there are more. */
    static <E extends BaseEntity> Page<E> of(
            PageRequest<E> request, List<E> found, Supplier<CompletionStage<Integer>> totalCount) {
        boolean more = found.size() > request.limit();
        List<E> rows = new ArrayList<>(more ? found.subList(0, request.limit()) : found);
        if (request.backwards()) {
            Collections.reverse(rows);
        }
        // a cursor belongs to a row, so there is a row on the other side of it unless it was deleted
        boolean rowsAfterPage = request.before() != null;
        boolean rowsBeforePage = request.after() != null;
        return new Page<>(
                request,
                Collections.unmodifiableList(rows),
                request.backwards() ? rowsAfterPage : more || rowsAfterPage,
                request.backwards() ? more || rowsBeforePage : rowsBeforePage,
                totalCount);
    }
}
