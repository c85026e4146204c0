package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of military units. */
@Description("A page of military units.")
public class BattalionConnection extends Connection<Battalion> {

    public BattalionConnection(Page<Battalion> page) {
        super(page);
    }

    @NonNull
    @Description("Military units on this page with their cursors.")
    public List<@NonNull BattalionEdge> getEdges() {
        return edges(BattalionEdge::new);
    }

    @NonNull
    @Description("Military units on this page.")
    public List<@NonNull Battalion> getNodes() {
        return rows();
    }
}
