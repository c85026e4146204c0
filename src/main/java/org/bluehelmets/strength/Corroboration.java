package org.bluehelmets.strength;

import java.time.LocalDate;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How a figure compares with the official report. */
@Description("How an article's figure compares with the official monthly report of the same nation, mission, category"
        + " and month; a planned figure, with the first report within six months from the planned month.")
public record Corroboration(
        @NonNull @Description("Whether the official report supports the figure.")
        Verdict verdict,

        @NonNull @Description("One sentence that a reader can quote.")
        String reason,

        @Description("What the official report counts: of the figure's nation, mission and category; of all categories"
                + " together for ALL. Null where no report counts that.")
        Integer officialTotal,

        @Description("The official total less the figure: positive where the official one is larger; null where the two"
                + " cannot be compared.")
        Integer difference,

        @Description("The day that the official report holds for.")
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
