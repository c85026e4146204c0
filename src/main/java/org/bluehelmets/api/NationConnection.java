package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of countries. */
@Description("A page of countries.")
public class NationConnection extends Connection<Nation> {

    public NationConnection(Page<Nation> page) {
        super(page);
    }

    @NonNull
    @Description("Countries on this page with their cursors.")
    public List<@NonNull NationEdge> getEdges() {
        return edges(NationEdge::new);
    }

    @NonNull
    @Description("Countries on this page.")
    public List<@NonNull Nation> getNodes() {
        return rows();
    }
}
