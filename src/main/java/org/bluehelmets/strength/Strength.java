package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.List;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How many people an official monthly report counts. */
@Description("How many people an official monthly report counts.")
public record Strength(
        @NonNull @Description("The day that the report holds for.")
        LocalDate reportedOn,

        @NonNull @Description("Whether rows of that report could not be read and were skipped.")
        Boolean incomplete,

        @NonNull @Description("How many people, women and men together; 0 where the report counts nobody.")
        Integer total,

        @Description("How many of them are women; null where gender is not reported.")
        Integer women,

        @Description("How many of them are men; null where gender is not reported.")
        Integer men,

        @NonNull @Description("The kinds of personnel that somebody is of.")
        List<@NonNull CategoryStrength> byCategory,

        @NonNull @Description("The dataset of the official reports.")
        Source source) {

    static Strength of(OfficialReport report, StrengthBreakdown composition, Source source) {
        Headcount all = composition.all();
        return new Strength(
                report.on(), report.incomplete(), all.total(), all.women(), all.men(), composition.parts(), source);
    }

    /** The share of women among all. */
    @Description("The share of women, 0 to 1; null where gender is not reported or the total is 0.")
    public Double getWomenShare() {
        return women == null || total == 0 ? null : (double) women / total;
    }
}
