package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;

/** A deployment with its cursor. */
@Description("A deployment with its cursor.")
public class DeploymentEdge extends Edge<Deployment> {

    public DeploymentEdge(Page<Deployment> page, Deployment node) {
        super(page, node);
    }
}
