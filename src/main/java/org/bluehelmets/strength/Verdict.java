package org.bluehelmets.strength;

import org.eclipse.microprofile.graphql.Description;

/** How a figure compares with the official report. */
@Description("How a figure compares with the official report.")
public enum Verdict {
    @Description("The official total bears it out: equal, or as near as the figure's precision says.")
    CONFIRMED,
    @Description("The official total is another.")
    DIFFERS,
    @Description("There is no official report to compare with: none by mission of that month, or no month is named.")
    NO_OFFICIAL_REPORT
}
