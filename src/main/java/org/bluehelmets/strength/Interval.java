package org.bluehelmets.strength;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.eclipse.microprofile.graphql.Description;

/** How long the periods of a series are. */
@Description("How long the periods of a series are.")
public enum Interval {
    @Description("A month.")
    MONTH {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    @Description("A quarter of a year, from January, April, July or October.")
    QUARTER {
        @Override
        LocalDate start(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }
    },
    @Description("A year.")
    YEAR {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfYear(1);
        }
    };

    /** The first day of the period that a day lies in. */
    abstract LocalDate start(LocalDate day);
}
