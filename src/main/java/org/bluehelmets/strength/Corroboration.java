package org.bluehelmets.strength;

import java.time.LocalDate;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of comparing a personnel count with the official report. */
@Description("Comparison of a personnel count with the official report for the same country, mission, category"
        + " and month. A planned count is compared with the first report published for the planned month or"
        + " the six months after it.")
public record Corroboration(
        @NonNull @Description("Whether the official report supports the count.")
        Verdict verdict,

        @NonNull @Description("Explanation in one sentence, suitable for quotation.")
        String reason,

        @Description("Number of people in the official report for the same country, mission and category (all"
                + " categories together for ALL). Null if the verdict does not depend on a report.")
        Integer officialTotal,

        @Description("Official total minus the count, in people. Positive if the official total is larger. Null if the"
                + " verdict is NO_OFFICIAL_REPORT or NOT_COMPARABLE.")
        Integer difference,

        @Description("Day for which the official report holds. Null if officialTotal is null.")
        LocalDate reportedOn) {

    /** The tolerance of {@code ABOUT}, in percent of the count. */
    static final int ABOUT_PERCENT = 5;

    /** Creates a verdict without an official total. */
    static Corroboration withoutTotal(Verdict verdict, String reason) {
        return new Corroboration(verdict, reason, null, null, null);
    }

    static Corroboration of(Verdict verdict, String reason, int count, int official, LocalDate reportedOn) {
        Integer difference = verdict == Verdict.NOT_COMPARABLE ? null : official - count;
        return new Corroboration(verdict, reason, official, difference, reportedOn);
    }

    /** Returns the verdict on a count that covers the same people as the official total. */
    static Verdict verdict(int count, Precision precision, int official) {
        boolean confirmed =
                switch (precision) {
                    case EXACT -> official == count;
                    case ABOUT -> isAbout(count, official);
                    case UP_TO -> official <= count;
                    case AT_LEAST -> official >= count;
                };
        return confirmed ? Verdict.CONFIRMED : Verdict.DIFFERS;
    }

    /**
     * Returns the verdict on the count of a unit or deployment, which is all or a part of the official total. A higher
     * total may include other contingents, so it neither supports nor contradicts the count, whatever its precision. A
     * lower total contradicts the count, unless the precision {@code UP_TO} or {@code ABOUT} allows it.
     */
    static Verdict verdictOnUnit(int count, Precision precision, int official) {
        boolean equal = official == count || precision == Precision.ABOUT && isAbout(count, official);
        if (official > count && !equal) {
            return Verdict.NOT_COMPARABLE;
        }
        return equal || precision == Precision.UP_TO ? Verdict.CONFIRMED : Verdict.DIFFERS;
    }

    private static boolean isAbout(int count, int official) {
        return 100L * Math.abs((long) official - count) <= (long) ABOUT_PERCENT * count;
    }
}
