package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Quantity that a figure measures. */
@Description("Quantity that a figure measures.")
public enum Metric {
    @Description("Deaths of personnel in a mission.")
    FATALITIES,
    @Description("Number of countries that contribute personnel to a mission.")
    CONTRIBUTING_NATIONS,
    @Description("Rank of a country among the contributors of personnel; 1 is the largest contributor.")
    RANK,
    @Description("Amount of money; the unit of measurement is the currency.")
    COST,
    @Description("Length of a border or of a section of a border.")
    BORDER_LENGTH,
    @Description("Number of munitions and explosive devices that were neutralised.")
    MUNITIONS_NEUTRALISED
}
