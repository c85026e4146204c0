package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The last official report in one period of a time series. It is not a sum of the reports in the period. */
@Description(
        "The last official report in one period of a time series. It is not a sum of the reports in the" + " period.")
public record StrengthPoint(
        @NonNull @Description("First day of the period.") LocalDate period,

        @NonNull @Description("Day for which the last official report in the period holds.")
        LocalDate reportedOn,

        @NonNull @Description("Whether the report is incomplete because some of its rows could not be read.")
        Boolean incomplete,

        @NonNull @Description("Number of people, women and men together.")
        Integer total,

        @Description("Number of women. Null if the report does not give gender.")
        Integer women,

        @Description("Number of men. Null if the report does not give gender.")
        Integer men,

        @NonNull @Description("Number of people by category. Omits categories with a total of 0.")
        List<@NonNull CategoryStrength> byCategory) {

    static StrengthPoint of(LocalDate period, OfficialReport report, StrengthBreakdown breakdown) {
        Headcount all = breakdown.sum();
        return new StrengthPoint(
                period,
                report.reportedOn(),
                report.incomplete(),
                all.total(),
                all.women(),
                all.men(),
                breakdown.categories());
    }
}
