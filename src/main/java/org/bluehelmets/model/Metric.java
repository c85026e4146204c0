package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What a figure that is not a personnel count measures. */
@Description("What a figure that is not a personnel count measures.")
public enum Metric {
    @Description("Deaths of personnel in a mission.")
    FATALITIES,
    @Description("Nations that give personnel to a mission.")
    CONTRIBUTING_NATIONS,
    @Description("A nation's place among the contributors of personnel, 1 being the largest.")
    RANK,
    @Description("An amount of money; the unit is its currency.")
    COST,
    @Description("The length of a border or of a stretch of one.")
    BORDER_LENGTH,
    @Description("Pieces of ammunition and explosive devices made harmless.")
    MUNITIONS_NEUTRALISED
}
