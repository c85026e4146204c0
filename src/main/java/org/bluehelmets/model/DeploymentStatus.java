package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Status of a deployment according to the most recent source. */
@Description("Status of a deployment according to the most recent source.")
public enum DeploymentStatus {
    @Description("Announced, not yet in place.")
    PLANNED,
    @Description("In place.")
    DEPLOYED,
    @Description("Finished.")
    ENDED,
    @Description("Claimed by its own source only; no other source confirms that it took place.")
    CLAIMED
}
