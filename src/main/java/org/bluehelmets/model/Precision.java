package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** How exactly a source gives a number. */
@Description("How exactly a source gives a number.")
public enum Precision {
    @Description("The number itself.")
    EXACT,
    @Description("Rounded or estimated.")
    ABOUT,
    @Description("A ceiling: the number or fewer.")
    UP_TO,
    @Description("A floor: the number or more.")
    AT_LEAST
}
