package org.bluehelmets.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.BaseEntity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of a list as Relay wants it. Edges, cursors and the total are made when a client asks for them. GraphQL has
 * no generic types, so each type of node has a subclass.
 */
public abstract class Connection<N extends BaseEntity> {

    private final Page<N> page;

    Connection(Page<N> page) {
        this.page = page;
    }

    @NonNull
    @Description("Information about the page.")
    public PageInfo getPageInfo() {
        List<N> rows = page.rows();
        return new PageInfo(
                page.hasNext(),
                page.hasPrevious(),
                rows.isEmpty() ? null : page.request().cursor(rows.get(0)),
                rows.isEmpty() ? null : page.request().cursor(rows.get(rows.size() - 1)));
    }

    @NonNull
    @Description("Total number of items on all pages. Computed only if requested.")
    public CompletionStage<@NonNull Integer> getTotalCount() {
        return page.totalCount().get();
    }

    final List<N> rows() {
        return page.rows();
    }

    /** The edges, each with its cursor made when it is asked for. */
    final <E> List<E> edges(BiFunction<Page<N>, N, E> edge) {
        return page.rows().stream().map(node -> edge.apply(page, node)).toList();
    }
}
