package org.bluehelmets.strength;

import java.util.List;
import java.util.Optional;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.PersonnelCount;

/**
 * Reason why no official report, including future ones, can count the same people as a personnel count. The verdict is
 * then NOT_COMPARABLE. In contrast, NO_OFFICIAL_REPORT means that a missing report could be compared with the count.
 */
enum NotComparableReason {
    AUTHORISED_CEILING,
    HISTORICAL_COUNT,
    MISSION_NOT_REPORTED,
    YEAR_WITHOUT_MONTH,
    MISSIONS_IN_NOTE,
    UNIT_WITHOUT_NATION,
    UNIT_WITHOUT_MISSION;

    /**
     * Finds the first reason that applies.
     *
     * @param isReported whether the official reports cover the mission of the count
     * @param missionsInNote the missions in the note of a count without a mission
     */
    static Optional<NotComparableReason> find(PersonnelCount count, boolean isReported, List<String> missionsInNote) {
        NotComparableReason found = null;
        if (count.status == CountStatus.AUTHORISED) {
            found = AUTHORISED_CEILING;
        } else if (count.status == CountStatus.HISTORICAL) {
            found = HISTORICAL_COUNT;
        } else if (!isReported) {
            found = MISSION_NOT_REPORTED;
        } else if (count.asOf.precision == DatePrecision.YEAR) {
            found = YEAR_WITHOUT_MONTH;
        } else if (!missionsInNote.isEmpty()) {
            found = MISSIONS_IN_NOTE;
        } else if (isUnitCount(count) && count.nation == null) {
            found = UNIT_WITHOUT_NATION;
        } else if (isUnitCount(count) && count.mission == null) {
            found = UNIT_WITHOUT_MISSION;
        }
        return Optional.ofNullable(found);
    }

    static boolean isUnitCount(PersonnelCount count) {
        return count.battalion != null || count.deployment != null;
    }
}
