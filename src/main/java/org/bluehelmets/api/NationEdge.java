package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A nation's place in a list. */
@Description("A nation's place in a list.")
public class NationEdge extends Edge<Nation> {

    public NationEdge(Page<Nation> page, Nation node) {
        super(page, node);
    }

    @NonNull
    @Description("The nation.")
    public Nation getNode() {
        return node();
    }
}
