package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of missions. */
@Description("A page of a list of missions.")
public class MissionConnection extends Connection<Mission> {

    public MissionConnection(Page<Mission> page) {
        super(page);
    }

    @NonNull
    @Description("The missions with their places in the list.")
    public List<@NonNull MissionEdge> getEdges() {
        return edges(MissionEdge::new);
    }

    @NonNull
    @Description("The missions themselves.")
    public List<@NonNull Mission> getNodes() {
        return rows();
    }
}
