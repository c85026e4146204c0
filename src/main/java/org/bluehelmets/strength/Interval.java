package org.bluehelmets.strength;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.eclipse.microprofile.graphql.Description;

/** Length of the periods in a time series. */
@Description("Length of the periods in a time series.")
public enum Interval {
    @Description("Calendar month.")
    MONTH {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    @Description("Calendar quarter, starting in January, April, July or October.")
    QUARTER {
        @Override
        LocalDate start(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }
    },
    @Description("Calendar year.")
    YEAR {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfYear(1);
        }
    };

    /** Returns the first day of the period that contains a day. */
    abstract LocalDate start(LocalDate day);
}
