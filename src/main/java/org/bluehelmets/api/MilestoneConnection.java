package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of milestones. */
@Description("A page of milestones.")
public class MilestoneConnection extends Connection<Milestone> {

    public MilestoneConnection(Page<Milestone> page) {
        super(page);
    }

    @NonNull
    @Description("Milestones on this page with their cursors.")
    public List<@NonNull MilestoneEdge> getEdges() {
        return edges(MilestoneEdge::new);
    }

    @NonNull
    @Description("Milestones on this page.")
    public List<@NonNull Milestone> getNodes() {
        return rows();
    }
}
