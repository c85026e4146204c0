package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;

/** A milestone with its cursor. */
@Description("A milestone with its cursor.")
public class MilestoneEdge extends Edge<Milestone> {

    public MilestoneEdge(Page<Milestone> page, Milestone node) {
        super(page, node);
    }
}
