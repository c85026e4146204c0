package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;

/** A page of milestones. */
@Description("A page of milestones.")
public class MilestoneConnection extends Connection<Milestone, MilestoneEdge> {

    public MilestoneConnection(Page<Milestone> page) {
        super(page, MilestoneEdge::new);
    }
}
