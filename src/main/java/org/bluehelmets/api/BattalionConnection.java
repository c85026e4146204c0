package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of military units. */
@Description("A page of a list of military units.")
public class BattalionConnection extends Connection<Battalion> {

    public BattalionConnection(Page<Battalion> page) {
        super(page);
    }

    @NonNull
    @Description("The military units with their places in the list.")
    public List<@NonNull BattalionEdge> getEdges() {
        return edges(BattalionEdge::new);
    }

    @NonNull
    @Description("The military units themselves.")
    public List<@NonNull Battalion> getNodes() {
        return rows();
    }
}
