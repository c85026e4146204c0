package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.BaseEntity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A node with its cursor, as defined by the Relay specification of connections. */
public abstract class Edge<N extends BaseEntity> {

    private final Page<N> page;
    private final N node;

    Edge(Page<N> page, N node) {
        this.page = page;
        this.node = node;
    }

    @NonNull
    @Description("Cursor for the arguments after and before. It stays valid when other items are added.")
    public String getCursor() {
        return page.request().cursor(node);
    }

    @NonNull
    @Description("The item.")
    public N getNode() {
        return node;
    }
}
