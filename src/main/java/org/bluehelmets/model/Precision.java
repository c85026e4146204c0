package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Precision of a number as the source gives it. */
@Description("Precision of a number as the source gives it.")
public enum Precision {
    @Description("Exact number.")
    EXACT,
    @Description("Rounded or estimated number.")
    ABOUT,
    @Description("Upper limit: this number or fewer.")
    UP_TO,
    @Description("Lower limit: this number or more.")
    AT_LEAST
}
