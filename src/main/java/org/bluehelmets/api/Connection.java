package org.bluehelmets.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.BaseEntity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of a list, as defined by the Relay specification of connections. Edges, cursors and the total count are computed
 * on request.
 *
 * <p>GraphQL has no generic types, so each type of node has a subclass, whose name is the name of the GraphQL type.
 */
public abstract class Connection<N extends BaseEntity, E extends Edge<N>> {

    private final Page<N> page;
    private final BiFunction<Page<N>, N, E> edge;

    Connection(Page<N> page, BiFunction<Page<N>, N, E> edge) {
        this.page = page;
        this.edge = edge;
    }

    @NonNull
    @Description("Items on this page with their cursors.")
    public List<@NonNull E> getEdges() {
        return page.rows().stream().map(node -> edge.apply(page, node)).toList();
    }

    @NonNull
    @Description("Items on this page.")
    public List<@NonNull N> getNodes() {
        return page.rows();
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
}
