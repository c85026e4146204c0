package org.bluehelmets.query;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Conditions on a date. */
@Description("Conditions on a date, which hold together. A month or a year counts as its first day.")
@Input("DateFilter")
public class DateFilter {
    @Description("On this day.")
    public LocalDate eq;

    @Description("On another day, or not known.")
    public LocalDate ne;

    @Description("Before this day.")
    public LocalDate lt;

    @Description("On or before this day.")
    public LocalDate lte;

    @Description("After this day.")
    public LocalDate gt;

    @Description("On or after this day.")
    public LocalDate gte;

    @Description("Whether it is not known.")
    public Boolean isNull;
}
