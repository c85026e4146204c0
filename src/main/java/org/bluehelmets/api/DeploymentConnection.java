package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of deployments. */
@Description("A page of a list of deployments.")
public class DeploymentConnection extends Connection<Deployment> {

    public DeploymentConnection(Page<Deployment> page) {
        super(page);
    }

    @NonNull
    @Description("The deployments with their places in the list.")
    public List<@NonNull DeploymentEdge> getEdges() {
        return edges(DeploymentEdge::new);
    }

    @NonNull
    @Description("The deployments themselves.")
    public List<@NonNull Deployment> getNodes() {
        return rows();
    }
}
