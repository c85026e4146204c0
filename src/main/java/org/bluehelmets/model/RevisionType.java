package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Kind of change to a personnel count. */
@Description("Kind of change to a personnel count.")
@Enum("Change")
public enum RevisionType {
    @Description("Recorded from its source.")
    RECORDED,
    @Description("Replaced by a corrected version.")
    CORRECTED,
    @Description("Removed from all lists and totals.")
    RETRACTED
}
