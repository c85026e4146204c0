package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of milestones. */
@Description("A page of a list of milestones.")
public class MilestoneConnection extends Connection<Milestone> {

    public MilestoneConnection(Page<Milestone> page) {
        super(page);
    }

    @NonNull
    @Description("The milestones with their places in the list.")
    public List<@NonNull MilestoneEdge> getEdges() {
        return edges(MilestoneEdge::new);
    }

    @NonNull
    @Description("The milestones themselves.")
    public List<@NonNull Milestone> getNodes() {
        return rows();
    }
}
