package org.bluehelmets.query;

import java.time.LocalDate;

/**
 * A day relative to the day on which a query is executed. Filters bind it instead of a date, and
 * {@link SqlCondition#resolveDates} replaces it: cached rows of a condition are then not used on another day.
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
