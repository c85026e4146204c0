package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;

/** A page of countries. */
@Description("A page of countries.")
public class NationConnection extends Connection<Nation, NationEdge> {

    public NationConnection(Page<Nation> page) {
        super(page, NationEdge::new);
    }
}
