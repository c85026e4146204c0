package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Kind of event that a milestone records. */
@Description("Kind of event that a milestone records.")
public enum MilestoneKind {
    @Description("Treaty, memorandum or arrangement between countries or with the UN.")
    AGREEMENT,
    @Description("Authorisation of a deployment by a parliament or government.")
    AUTHORISATION,
    @Description("Training of personnel.")
    TRAINING,
    @Description("Military exercise.")
    EXERCISE,
    @Description("Arrival of personnel in a mission, actual or planned.")
    ARRIVAL,
    @Description("Adoption or change of a mission's mandate.")
    MANDATE
}
