package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Precision of a date. */
@Description("Precision of a date.")
public enum DatePrecision {
    @Description("Known to the day.")
    DAY,
    @Description("Known to the month.")
    MONTH,
    @Description("Known to the year.")
    YEAR
}
