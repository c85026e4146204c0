package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A military unit's place in a list. */
@Description("A military unit's place in a list.")
public class BattalionEdge extends Edge<Battalion> {

    public BattalionEdge(Page<Battalion> page, Battalion node) {
        super(page, node);
    }

    @NonNull
    @Description("The military unit.")
    public Battalion getNode() {
        return node();
    }
}
