package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;

/** A military unit with its cursor. */
@Description("A military unit with its cursor.")
public class BattalionEdge extends Edge<Battalion> {

    public BattalionEdge(Page<Battalion> page, Battalion node) {
        super(page, node);
    }
}
