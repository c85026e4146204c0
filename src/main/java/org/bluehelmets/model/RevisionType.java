package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What was done to a figure. */
@Description("What was done to a figure.")
@Enum("Change")
public enum RevisionType {
    @Description("It was taken down as its source gives it.")
    RECORDED,
    @Description("It was replaced by a better one.")
    CORRECTED,
    @Description("It was taken out of every list and total.")
    RETRACTED
}
