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
                + " categories together for ALL). Null if no report is comparable.")
        Integer officialTotal,

        @Description("Official total minus the count, in people. Positive if the official total is larger. Null if the"
                + " two are not comparable.")
        Integer difference,

        @Description("Day for which the official report holds. Null if no report is comparable.")
        LocalDate reportedOn) {

    /** How far from "about" a number may be, as a percentage of the figure. */
    static final int ABOUT_PERCENT = 5;

    /** A verdict without an official total. */
    static Corroboration without(Verdict verdict, String reason) {
        return new Corroboration(verdict, reason, null, null, null);
    }

    static Corroboration of(Verdict verdict, String reason, int claimed, int official, LocalDate reportedOn) {
        Integer difference = verdict == Verdict.NOT_COMPARABLE ? null : official - claimed;
        return new Corroboration(verdict, reason, official, difference, reportedOn);
    }

    /** The verdict on a figure of all that the official total counts. */
    static Verdict verdict(int claimed, Precision precision, int official) {
        boolean confirmed =
                switch (precision) {
                    case EXACT -> official == claimed;
                    case ABOUT -> isAbout(claimed, official);
                    case UP_TO -> official <= claimed;
                    case AT_LEAST -> official >= claimed;
                };
        return confirmed ? Verdict.CONFIRMED : Verdict.DIFFERS;
    }

    /**
     * The verdict on a figure of one unit or deployment, which is a part of the official total or all of it. A total
     * above the figure may include others, so it neither supports nor contradicts the figure; nor does it support "at
     * least". A total below the figure contradicts it, whoever else is in that total.
     */
    static Verdict verdictOnPart(int claimed, Precision precision, int official) {
        boolean equal = official == claimed || precision == Precision.ABOUT && isAbout(claimed, official);
        if (official > claimed && !equal) {
            return Verdict.NOT_COMPARABLE;
        }
        return equal || precision == Precision.UP_TO ? Verdict.CONFIRMED : Verdict.DIFFERS;
    }

    private static boolean isAbout(int claimed, int official) {
        return 100L * Math.abs((long) official - claimed) <= (long) ABOUT_PERCENT * claimed;
    }
}
