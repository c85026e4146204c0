package org.bluehelmets.query;

import java.time.LocalDate;

/**
 * A day that depends on when a query is answered. Filters bind it in place of a date, and {@link SqlCondition#resolveDates} puts the
 * date in: what is cached under the criteria is then never found on another day.
 */
enum RelativeDay {
    TODAY,
    FIRST_OF_MONTH,
    FIRST_OF_YEAR;

    LocalDate on(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case FIRST_OF_MONTH -> today.withDayOfMonth(1);
            case FIRST_OF_YEAR -> today.withDayOfYear(1);
        };
    }
}
