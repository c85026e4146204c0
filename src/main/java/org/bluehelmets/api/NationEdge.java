package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;

/** A country with its cursor. */
@Description("A country with its cursor.")
public class NationEdge extends Edge<Nation> {

    public NationEdge(Page<Nation> page, Nation node) {
        super(page, node);
    }
}
