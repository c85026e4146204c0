package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One period of a series: what its last report counts, not a sum over its reports. */
@Description("One period of a series: what its last report counts, not a sum over its reports.")
public record StrengthPoint(
        @NonNull @Description("The first day of the period.")
        LocalDate period,

        @NonNull @Description("The day that the period's last report holds for.")
        LocalDate reportedOn,

        @NonNull @Description("Whether rows of that report could not be read and were skipped.")
        Boolean incomplete,

        @NonNull @Description("How many people, women and men together.")
        Integer total,

        @Description("How many of them are women; null where gender is not reported.")
        Integer women,

        @Description("How many of them are men; null where gender is not reported.")
        Integer men,

        @NonNull @Description("The kinds of personnel that somebody is of.")
        List<@NonNull CategoryStrength> byCategory) {

    static StrengthPoint of(LocalDate period, OfficialReport report, StrengthBreakdown composition) {
        Headcount all = composition.all();
        return new StrengthPoint(
                period, report.on(), report.incomplete(), all.total(), all.women(), all.men(), composition.parts());
    }
}
