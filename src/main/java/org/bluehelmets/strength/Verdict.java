package org.bluehelmets.strength;

import org.eclipse.microprofile.graphql.Description;

/** Result of comparing a personnel count with the official report. */
@Description("Result of comparing a personnel count with the official report.")
public enum Verdict {
    @Description("The official total supports the count: it is equal, or within the precision of the count.")
    CONFIRMED,
    @Description("The official total contradicts the count. For a military unit or deployment, the official total"
            + " is lower than the count.")
    DIFFERS,
    @Description("The official report needed for the comparison is missing: there is no report for that month, or"
            + " it is not broken down by mission. For a planned count, there is no such report for the planned"
            + " month or the six months after it.")
    NO_OFFICIAL_REPORT,
    @Description("No official report can count the same people: the count is a ceiling (AUTHORISED), covers people"
            + " who served at some time (HISTORICAL), gives a year without a month, belongs to a mission that"
            + " the UN does not report, has no mission but names missions in its note, or belongs to a military"
            + " unit or deployment without a country or a mission. Also the result for a military unit or"
            + " deployment if the official total is higher, or if the country had another contingent of that"
            + " category in the mission in that month.")
    NOT_COMPARABLE
}
