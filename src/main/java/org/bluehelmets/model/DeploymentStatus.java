package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** How far a deployment has come, as its newest source says. */
@Description("How far a deployment has come, as its newest source says.")
public enum DeploymentStatus {
    @Description("Announced, not yet in place.")
    PLANNED,
    @Description("In place.")
    DEPLOYED,
    @Description("Over.")
    ENDED,
    @Description("Claimed by its source alone: no other source shows that it took place.")
    CLAIMED
}
