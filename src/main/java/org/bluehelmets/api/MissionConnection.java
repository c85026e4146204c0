package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of missions. */
@Description("A page of missions.")
public class MissionConnection extends Connection<Mission> {

    public MissionConnection(Page<Mission> page) {
        super(page);
    }

    @NonNull
    @Description("Missions on this page with their cursors.")
    public List<@NonNull MissionEdge> getEdges() {
        return edges(MissionEdge::new);
    }

    @NonNull
    @Description("Missions on this page.")
    public List<@NonNull Mission> getNodes() {
        return rows();
    }
}
