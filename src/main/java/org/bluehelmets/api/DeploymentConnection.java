package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;

/** A page of deployments. */
@Description("A page of deployments.")
public class DeploymentConnection extends Connection<Deployment, DeploymentEdge> {

    public DeploymentConnection(Page<Deployment> page) {
        super(page, DeploymentEdge::new);
    }
}
