package org.bluehelmets.strength;

import java.util.List;
import java.util.Optional;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.PersonnelCount;

/**
 * Why no official report, published or still to come, counts what a figure counts. Such a figure is NOT_COMPARABLE;
 * NO_OFFICIAL_REPORT is left for figures that the report of one month would confirm or contradict, were it there.
 */
enum NotComparableReason {
    CEILING,
    SERVED_AT_SOME_TIME,
    MISSION_NOT_REPORTED,
    NO_MONTH,
    MISSIONS_IN_NOTE,
    UNIT_WITHOUT_NATION,
    UNIT_WITHOUT_MISSION;

    /**
     * The first obstacle of a figure.
     *
     * @param reported whether the official reports cover the figure's mission
     * @param named the missions that the figure's note names, where it has no mission
     */
    static Optional<NotComparableReason> of(PersonnelCount figure, boolean reported, List<String> named) {
        NotComparableReason found = null;
        if (figure.status == CountStatus.AUTHORISED) {
            found = CEILING;
        } else if (figure.status == CountStatus.HISTORICAL) {
            found = SERVED_AT_SOME_TIME;
        } else if (!reported) {
            found = MISSION_NOT_REPORTED;
        } else if (figure.asOf.precision == DatePrecision.YEAR) {
            found = NO_MONTH;
        } else if (!named.isEmpty()) {
            found = MISSIONS_IN_NOTE;
        } else if (isOfUnit(figure) && figure.nation == null) {
            found = UNIT_WITHOUT_NATION;
        } else if (isOfUnit(figure) && figure.mission == null) {
            found = UNIT_WITHOUT_MISSION;
        }
        return Optional.ofNullable(found);
    }

    static boolean isOfUnit(PersonnelCount figure) {
        return figure.battalion != null || figure.deployment != null;
    }
}
