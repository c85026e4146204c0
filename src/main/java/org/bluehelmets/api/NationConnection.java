package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of nations. */
@Description("A page of a list of nations.")
public class NationConnection extends Connection<Nation> {

    public NationConnection(Page<Nation> page) {
        super(page);
    }

    @NonNull
    @Description("The nations with their places in the list.")
    public List<@NonNull NationEdge> getEdges() {
        return edges(NationEdge::new);
    }

    @NonNull
    @Description("The nations themselves.")
    public List<@NonNull Nation> getNodes() {
        return rows();
    }
}
