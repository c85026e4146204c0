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
 * Writes the reason of a verdict: one English sentence, the same in every locale and time zone.
 *
 * <p>A {@code part} is what the figure counts of the nation's personnel, such as "rotation 3"; null where it counts all, or
 * something without a name.
 *
 * @param nation the figure's; null for all nations
 * @param mission the figure's; null for all missions
 * @param named the acronyms of the missions that the figure's note names, where it has no mission
 */
record ReasonText(PersonnelCount figure, Nation nation, Mission mission, List<String> named) {

    /** No official report counts what the figure counts. */
    String obstacle(NotComparableReason obstacle) {
        return switch (obstacle) {
            case CEILING -> "This %s is a ceiling, not a count of who served.".formatted(inFull());
            case SERVED_AT_SOME_TIME ->
                "This %s counts people who served at some time; each UN report counts who served on one day."
                        .formatted(inFull());
            case MISSION_NOT_REPORTED ->
                "The UN's reports do not cover %s, so this %s cannot be compared with them."
                        .formatted(mission.acronym, inFull());
            case NO_MONTH -> "This %s names no month, and the UN's reports are monthly.".formatted(inFull());
            case MISSIONS_IN_NOTE ->
                "This %s counts the %s that its note names, and cannot be compared with the UN's total of all missions."
                        .formatted(inFull(), named.size() == 1 ? "mission" : "missions");
            case UNIT_WITHOUT_NATION ->
                "This %s counts a unit or deployment without naming a nation; the UN's reports count nations."
                        .formatted(inFull());
            case UNIT_WITHOUT_MISSION ->
                "This %s counts a unit or deployment without naming a mission; the UN's reports count nations in missions."
                        .formatted(inFull());
        };
    }

    /**
     * The report that would count what the figure counts is missing.
     *
     * @param last the last month whose report would do
     * @param byNation whether there are reports of these months, but none that counts by mission
     */
    String missing(YearMonth first, YearMonth last, boolean byNation) {
        String months = first.equals(last) ? month(first) : "%s to %s".formatted(month(first), month(last));
        return "No UN report of %s %s, so this %s cannot be checked."
                .formatted(months, byNation ? "says who served in which mission" : "is available", inFull());
    }

    /** The official total supports the figure, or contradicts it. */
    String compared(Verdict verdict, String part, int official, LocalDate reportedOn) {
        String claim = claim(part, true);
        String difference = difference(official) + " than " + claim;
        String relation;
        if (verdict == Verdict.DIFFERS) {
            relation = figure.precision == Precision.ABOUT
                    ? "%s and outside its margin of %s%%".formatted(difference, Corroboration.ABOUT_PERCENT)
                    : difference;
        } else if (official == figure.total) {
            relation = "the same as " + claim(part, figure.precision != Precision.EXACT);
        } else {
            relation = switch (figure.precision) {
                case ABOUT -> "within %s%% of %s".formatted(Corroboration.ABOUT_PERCENT, claim);
                case UP_TO -> "within " + claim;
                case AT_LEAST -> "no fewer than " + claim;
                // an exact figure is confirmed by nothing else than itself
                case EXACT -> throw new IllegalStateException(verdict + " of " + official);
            };
        }
        return "The UN reported %s, %s.".formatted(reported(official, reportedOn), relation);
    }

    /** The official total is above the figure of a part, so that it may include others. */
    String above(String part, int official, LocalDate reportedOn) {
        return "The UN reported %s, %s than %s, and may have counted other contingents too."
                .formatted(reported(official, reportedOn), difference(official), claim(part, true));
    }

    /** The official total may include a contingent that the figure does not count. */
    String others(String part, String other, int official, LocalDate reportedOn) {
        return "The UN's total of %s may include %s, so it cannot be compared with %s."
                .formatted(reported(official, reportedOn), other, claim(part, true));
    }

    private String reported(int official, LocalDate reportedOn) {
        return "%s on %s".formatted(whom(number(official), official), day(reportedOn));
    }

    private String difference(int official) {
        long difference = (long) official - figure.total;
        return number(Math.abs(difference)) + (difference > 0 ? " more" : " fewer");
    }

    private String claim(String part, boolean withQuantity) {
        return "this " + kind() + (withQuantity ? " of " + quantity() : "") + (part == null ? "" : " for " + part);
    }

    private String kind() {
        return figure.status == CountStatus.PLANNED ? "plan for " + month(figure.asOf) : "figure";
    }

    /** What the figure says, with its date. */
    private String inFull() {
        String date = figure.status == CountStatus.PLANNED ? "" : " (%s)".formatted(date(figure.asOf));
        return "%s of %s%s".formatted(kind(), whom(quantity(), figure.total), date);
    }

    private String quantity() {
        String number = number(figure.total);
        return switch (figure.precision) {
            case EXACT -> number;
            case ABOUT -> "about " + number;
            case UP_TO -> "up to " + number;
            case AT_LEAST -> "at least " + number;
        };
    }

    private String whom(String quantity, int total) {
        return "%s %s of %s in %s"
                .formatted(
                        quantity,
                        noun(figure.category, total == 1),
                        nation == null ? "all nations" : nation.name,
                        mission != null ? mission.acronym : named.isEmpty() ? "all UN missions" : list(named));
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

    // not by a formatter: a native executable has the names of months of few locales

    private static String day(LocalDate day) {
        return "%s %s".formatted(String.valueOf(day.getDayOfMonth()), month(YearMonth.from(day)));
    }

    private static String month(YearMonth month) {
        Month name = month.getMonth();
        return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT) + " " + month.getYear();
    }
}
