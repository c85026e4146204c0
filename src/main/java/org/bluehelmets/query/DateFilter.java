package org.bluehelmets.query;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Conditions on a date. */
@Description("Filters dates. All conditions must match. A month or a year compares as its first day.")
@Input("DateFilter")
public class DateFilter {
    @Description("On this day.")
    public LocalDate eq;

    @Description("Not on this day, or unknown.")
    public LocalDate ne;

    @Description("Before this day.")
    public LocalDate lt;

    @Description("On or before this day.")
    public LocalDate lte;

    @Description("After this day.")
    public LocalDate gt;

    @Description("On or after this day.")
    public LocalDate gte;

    @Description("Whether the value is unknown.")
    public Boolean isNull;
}
