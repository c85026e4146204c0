package org.bluehelmets.strength;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An official monthly report.
 *
 * @param on the day that it holds for
 * @param byMission whether it says who serves where
 * @param incomplete whether rows of it could not be read and were skipped
 */
record OfficialReport(LocalDate on, boolean byMission, boolean incomplete) {

    YearMonth month() {
        return YearMonth.from(on);
    }

    /** Whether it says anything of a scope: a report without missions says nothing of any of them. */
    boolean covers(Scope scope) {
        return byMission || scope.mission() == null;
    }
}
