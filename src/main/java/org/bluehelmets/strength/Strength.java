package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.List;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Number of people in an official monthly report. */
@Description("Number of people in an official monthly report.")
public record Strength(
        @NonNull @Description("Day for which the official report holds.")
        LocalDate reportedOn,

        @NonNull @Description("Whether the report is incomplete because some of its rows could not be read.")
        Boolean incomplete,

        @NonNull @Description("Number of people, women and men together. 0 if the report counts none.")
        Integer total,

        @Description("Number of women. Null if the report does not give gender.")
        Integer women,

        @Description("Number of men. Null if the report does not give gender.")
        Integer men,

        @NonNull @Description("Number of people by category. Omits categories with a total of 0.")
        List<@NonNull CategoryStrength> byCategory,

        @NonNull @Description("Dataset that contains the official reports.")
        Source source) {

    static Strength of(OfficialReport report, StrengthBreakdown breakdown, Source source) {
        Headcount all = breakdown.sum();
        return new Strength(
                report.reportedOn(),
                report.incomplete(),
                all.total(),
                all.women(),
                all.men(),
                breakdown.categories(),
                source);
    }

    /** The share of women among all. */
    @Description("Share of women in the total, 0 to 1. Null if the report does not give gender or the total is 0.")
    public Double getWomenShare() {
        return women == null || total == 0 ? null : (double) women / total;
    }
}
