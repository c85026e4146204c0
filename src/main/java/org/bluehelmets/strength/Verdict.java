package org.bluehelmets.strength;

import org.eclipse.microprofile.graphql.Description;

/** How a figure compares with the official report. */
@Description("How a figure compares with the official report.")
public enum Verdict {
    @Description("The official total supports the figure: it is equal, or as near as the figure's precision allows.")
    CONFIRMED,
    @Description("The official total contradicts the figure. For a unit or a deployment: it is below the figure.")
    DIFFERS,
    @Description(
            "The report that would count the same is missing: that month was not reported, or not by mission; for a"
                    + " planned figure, no such report follows within six months from the planned month.")
    NO_OFFICIAL_REPORT,
    @Description("No official report counts what the figure counts: a ceiling (AUTHORISED); people who served at some"
            + " time (HISTORICAL); a year without a month; a mission that the UN does not report; the missions that the"
            + " note names, where there is no mission; a unit or deployment without a nation or a mission. Also the"
            + " figure of a unit or deployment where the official total is higher, or where the nation had another"
            + " contingent of that category in the mission that month.")
    NOT_COMPARABLE
}
