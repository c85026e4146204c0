package org.bluehelmets.strength;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Precision;

/**
 * Writes the reason of a verdict: one English sentence, independent of the locale and time zone.
 *
 * <p>The parameter {@code part} names the contingent that the count covers, such as "rotation 3"; null if the count covers
 * all contingents, or one without a name.
 *
 * @param nation the nation of the count; null for all nations
 * @param mission the mission of the count; null for all missions
 * @param missionsInNote the acronyms of the missions in the note of a count without a mission
 */
record ReasonText(PersonnelCount count, Nation nation, Mission mission, List<String> missionsInNote) {

    /** For NOT_COMPARABLE: no official report can count the same people. */
    String notComparable(NotComparableReason reason) {
        return switch (reason) {
            case AUTHORISED_CEILING -> "This %s is a ceiling, not a count of who served.".formatted(describeCount());
            case HISTORICAL_COUNT ->
                "This %s counts people who served at some time; each UN report counts who served on one day."
                        .formatted(describeCount());
            case MISSION_NOT_REPORTED ->
                "The UN's reports do not cover %s, so this %s cannot be compared with them."
                        .formatted(mission.acronym, describeCount());
            case YEAR_WITHOUT_MONTH ->
                "This %s names no month, and the UN's reports are monthly.".formatted(describeCount());
            case MISSIONS_IN_NOTE ->
                "This %s counts the %s that its note names, and cannot be compared with the UN's total of all missions."
                        .formatted(describeCount(), missionsInNote.size() == 1 ? "mission" : "missions");
            case UNIT_WITHOUT_NATION ->
                "This %s counts a unit or deployment without naming a nation; the UN's reports count nations."
                        .formatted(describeCount());
            case UNIT_WITHOUT_MISSION ->
                "This %s counts a unit or deployment without naming a mission; the UN's reports count nations in missions."
                        .formatted(describeCount());
        };
    }

    /**
     * For NO_OFFICIAL_REPORT: the report is missing.
     *
     * @param last the last month whose report would be comparable
     * @param byNation whether reports of these months exist, but none is broken down by mission
     */
    String noReport(YearMonth first, YearMonth last, boolean byNation) {
        String months = first.equals(last) ? month(first) : "%s to %s".formatted(month(first), month(last));
        return "No UN report of %s %s, so this %s cannot be checked."
                .formatted(months, byNation ? "says who served in which mission" : "is available", describeCount());
    }

    /** For CONFIRMED and DIFFERS. */
    String compared(Verdict verdict, String part, int official, LocalDate reportedOn) {
        String claim = describeClaim(part, true);
        String difference = difference(official) + " than " + claim;
        String relation;
        if (verdict == Verdict.DIFFERS) {
            relation = count.precision == Precision.ABOUT
                    ? "%s and outside its margin of %s%%".formatted(difference, Corroboration.ABOUT_PERCENT)
                    : difference;
        } else if (official == count.total) {
            relation = "the same as " + describeClaim(part, count.precision != Precision.EXACT);
        } else {
            relation = switch (count.precision) {
                case ABOUT -> "within %s%% of %s".formatted(Corroboration.ABOUT_PERCENT, claim);
                case UP_TO -> "within " + claim;
                case AT_LEAST -> "no fewer than " + claim;
                // An exact count is confirmed by an equal total only, which is handled above.
                case EXACT -> throw new IllegalStateException(verdict + " of " + official);
            };
        }
        return "The UN reported %s, %s.".formatted(reported(official, reportedOn), relation);
    }

    /** For NOT_COMPARABLE: the official total is higher than the count of a contingent. */
    String totalIsHigher(String part, int official, LocalDate reportedOn) {
        return "The UN reported %s, %s than %s, and may have counted other contingents too."
                .formatted(reported(official, reportedOn), difference(official), describeClaim(part, true));
    }

    /** For NOT_COMPARABLE: the official total may include another contingent. */
    String mayIncludeOther(String part, String other, int official, LocalDate reportedOn) {
        return "The UN's total of %s may include %s, so it cannot be compared with %s."
                .formatted(reported(official, reportedOn), other, describeClaim(part, true));
    }

    private String reported(int official, LocalDate reportedOn) {
        return "%s on %s".formatted(describePeople(number(official), official), day(reportedOn));
    }

    private String difference(int official) {
        long difference = (long) official - count.total;
        return number(Math.abs(difference)) + (difference > 0 ? " more" : " fewer");
    }

    private String describeClaim(String part, boolean withQuantity) {
        return "this " + kind() + (withQuantity ? " of " + quantity() : "") + (part == null ? "" : " for " + part);
    }

    private String kind() {
        return count.status == CountStatus.PLANNED ? "plan for " + month(count.asOf) : "figure";
    }

    /** Describes the count with its date. */
    private String describeCount() {
        String date = count.status == CountStatus.PLANNED ? "" : " (%s)".formatted(date(count.asOf));
        return "%s of %s%s".formatted(kind(), describePeople(quantity(), count.total), date);
    }

    private String quantity() {
        String number = number(count.total);
        return switch (count.precision) {
            case EXACT -> number;
            case ABOUT -> "about " + number;
            case UP_TO -> "up to " + number;
            case AT_LEAST -> "at least " + number;
        };
    }

    private String describePeople(String quantity, int total) {
        return "%s %s of %s in %s"
                .formatted(
                        quantity,
                        noun(count.category, total == 1),
                        nation == null ? "all nations" : nation.name,
                        mission != null
                                ? mission.acronym
                                : missionsInNote.isEmpty() ? "all UN missions" : list(missionsInNote));
    }

    private static String noun(PersonnelCategory category, boolean one) {
        return switch (category) {
            case TROOPS -> one ? "service member" : "troops";
            case STAFF_OFFICERS -> one ? "staff officer" : "staff officers";
            case EXPERTS_ON_MISSION -> one ? "expert on mission" : "experts on mission";
            case INDIVIDUAL_POLICE -> one ? "individual police officer" : "individual police officers";
            case FORMED_POLICE_UNITS -> one ? "member of formed police units" : "members of formed police units";
            case ALL -> one ? "person" : "people";
        };
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String date(PartialDate date) {
        return date.precision == DatePrecision.DAY ? day(date.date) : month(date);
    }

    private static String month(PartialDate date) {
        return date.precision == DatePrecision.YEAR ? date.getText() : month(YearMonth.from(date.date));
    }

    // Not a formatter: a native executable contains the month names of few locales only.

    private static String day(LocalDate day) {
        return "%s %s".formatted(String.valueOf(day.getDayOfMonth()), month(YearMonth.from(day)));
    }

    private static String month(YearMonth month) {
        Month name = month.getMonth();
        return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT) + " " + month.getYear();
    }
}
