package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;

/** A page of military units. */
@Description("A page of military units.")
public class BattalionConnection extends Connection<Battalion, BattalionEdge> {

    public BattalionConnection(Page<Battalion> page) {
        super(page, BattalionEdge::new);
    }
}
