package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;

/** A source with its cursor. */
@Description("A source with its cursor.")
public class SourceEdge extends Edge<Source> {

    public SourceEdge(Page<Source> page, Source node) {
        super(page, node);
    }
}
