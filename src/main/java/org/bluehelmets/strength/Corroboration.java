package org.bluehelmets.strength;

import java.time.LocalDate;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How a figure compares with the official report. */
@Description("How an article's figure compares with the official monthly report of the same nation, mission, category"
        + " and month; of a planned figure, with the first report from the planned month on.")
public record Corroboration(
        @NonNull @Description("Whether the official report bears the figure out.")
        Verdict verdict,

        @Description("What the official report counts; null where there is none.")
        Integer officialTotal,

        @Description("The official total less the figure: positive where the official one is larger.")
        Integer difference,

        @Description("The day that the official report holds for.")
        LocalDate reportedOn) {

    /** How far from "about" a number may be, as a share of it. */
    private static final double ABOUT = 0.05;

    static final Corroboration NO_OFFICIAL_REPORT = new Corroboration(Verdict.NO_OFFICIAL_REPORT, null, null, null);

    static Corroboration of(int claimed, Precision precision, int official, LocalDate reportedOn) {
        boolean confirmed =
                switch (precision) {
                    case EXACT -> official == claimed;
                    case ABOUT -> Math.abs(official - claimed) <= ABOUT * claimed;
                    case UP_TO -> official <= claimed;
                    case AT_LEAST -> official >= claimed;
                };
        return new Corroboration(
                confirmed ? Verdict.CONFIRMED : Verdict.DIFFERS, official, official - claimed, reportedOn);
    }
}
