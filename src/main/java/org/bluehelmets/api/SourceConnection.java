package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;

/** A page of sources. */
@Description("A page of sources.")
public class SourceConnection extends Connection<Source, SourceEdge> {

    public SourceConnection(Page<Source> page) {
        super(page, SourceEdge::new);
    }
}
