package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What a milestone marks. */
@Description("What a milestone marks.")
public enum MilestoneKind {
    @Description("A treaty, memorandum or arrangement between nations or with the UN.")
    AGREEMENT,
    @Description("A parliament or government permits a deployment.")
    AUTHORISATION,
    @Description("Preparation of personnel.")
    TRAINING,
    @Description("A military exercise.")
    EXERCISE,
    @Description("Personnel arrive in a mission, or are due to.")
    ARRIVAL,
    @Description("A mission's mandate is given or changed.")
    MANDATE
}
