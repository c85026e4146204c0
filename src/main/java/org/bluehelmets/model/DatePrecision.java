package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** How exactly a date is known. */
@Description("How exactly a date is known.")
public enum DatePrecision {
    @Description("Known to the day.")
    DAY,
    @Description("Known to the month.")
    MONTH,
    @Description("Known to the year.")
    YEAR
}
