package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;

/** A page of missions. */
@Description("A page of missions.")
public class MissionConnection extends Connection<Mission, MissionEdge> {

    public MissionConnection(Page<Mission> page) {
        super(page, MissionEdge::new);
    }
}
