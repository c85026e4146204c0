package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A source's place in a list. */
@Description("A source's place in a list.")
public class SourceEdge extends Edge<Source> {

    public SourceEdge(Page<Source> page, Source node) {
        super(page, node);
    }

    @NonNull
    @Description("The source.")
    public Source getNode() {
        return node();
    }
}
