package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;

/** A mission with its cursor. */
@Description("A mission with its cursor.")
public class MissionEdge extends Edge<Mission> {

    public MissionEdge(Page<Mission> page, Mission node) {
        super(page, node);
    }
}
