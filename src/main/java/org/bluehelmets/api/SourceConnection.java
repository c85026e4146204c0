package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of sources. */
@Description("A page of a list of sources.")
public class SourceConnection extends Connection<Source> {

    public SourceConnection(Page<Source> page) {
        super(page);
    }

    @NonNull
    @Description("The sources with their places in the list.")
    public List<@NonNull SourceEdge> getEdges() {
        return edges(SourceEdge::new);
    }

    @NonNull
    @Description("The sources themselves.")
    public List<@NonNull Source> getNodes() {
        return rows();
    }
}
