package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A country with its cursor. */
@Description("A country with its cursor.")
public class NationEdge extends Edge<Nation> {

    public NationEdge(Page<Nation> page, Nation node) {
        super(page, node);
    }

    @NonNull
    @Description("The country.")
    public Nation getNode() {
        return node();
    }
}
