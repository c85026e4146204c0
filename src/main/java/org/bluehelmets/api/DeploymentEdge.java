package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A deployment with its cursor. */
@Description("A deployment with its cursor.")
public class DeploymentEdge extends Edge<Deployment> {

    public DeploymentEdge(Page<Deployment> page, Deployment node) {
        super(page, node);
    }

    @NonNull
    @Description("The deployment.")
    public Deployment getNode() {
        return node();
    }
}
