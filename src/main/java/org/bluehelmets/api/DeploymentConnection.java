package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of deployments. */
@Description("A page of deployments.")
public class DeploymentConnection extends Connection<Deployment> {

    public DeploymentConnection(Page<Deployment> page) {
        super(page);
    }

    @NonNull
    @Description("Deployments on this page with their cursors.")
    public List<@NonNull DeploymentEdge> getEdges() {
        return edges(DeploymentEdge::new);
    }

    @NonNull
    @Description("Deployments on this page.")
    public List<@NonNull Deployment> getNodes() {
        return rows();
    }
}
