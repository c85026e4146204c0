package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of sources. */
@Description("A page of sources.")
public class SourceConnection extends Connection<Source> {

    public SourceConnection(Page<Source> page) {
        super(page);
    }

    @NonNull
    @Description("Sources on this page with their cursors.")
    public List<@NonNull SourceEdge> getEdges() {
        return edges(SourceEdge::new);
    }

    @NonNull
    @Description("Sources on this page.")
    public List<@NonNull Source> getNodes() {
        return rows();
    }
}
