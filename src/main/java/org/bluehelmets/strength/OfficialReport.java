package org.bluehelmets.strength;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An official monthly report.
 *
 * @param reportedOn the day for which it holds
 * @param byMission whether it is broken down by mission
 * @param incomplete whether some of its rows could not be read
 */
record OfficialReport(LocalDate reportedOn, boolean byMission, boolean incomplete) {

    YearMonth month() {
        return YearMonth.from(reportedOn);
    }

    /** Whether it covers a scope. A report that is not broken down by mission covers no scope with a mission. */
    boolean covers(Scope scope) {
        return byMission || scope.missionPk() == null;
    }
}
