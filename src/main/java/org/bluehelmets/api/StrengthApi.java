package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.strength.Interval;
import org.bluehelmets.strength.OfficialFigures;
import org.bluehelmets.strength.Strength;
import org.bluehelmets.strength.StrengthPoint;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Official strength: now, on a day, and over time. */
@GraphQLApi
@ApplicationScoped
public class StrengthApi {

    private static final String STRENGTH =
            "The official strength: the latest monthly report on or before the date; null where no report covers it, which"
                    + " for a mission is also so from the end of a month that was not reported by mission to the next report.";
    private static final String SERIES =
            "The official strength over time, oldest first: each period's last report. Periods without one are left out.";
    static final String ON = "The day; today without one.";
    private static final String FROM = "Only reports of this day or later.";
    private static final String TO = "Only reports of this day or earlier.";
    private static final String INTERVAL = "How long a period is.";
    private static final String NATION = "Only the personnel of this nation: ISO 3166-1 alpha-3, any case.";
    static final String MISSION = "Only the personnel in this mission, by its acronym, any case.";

    private final OfficialFigures official;

    StrengthApi(OfficialFigures official) {
        this.official = official;
    }

    @Query("strength")
    @Description(STRENGTH)
    public CompletionStage<Strength> strength(
            @Description(ON) LocalDate on, @Description(NATION) String nation, @Description(MISSION) String mission) {
        return official.strength(official.whose(nation, mission), on);
    }

    @Query("strengthSeries")
    @NonNull
    @Description(SERIES)
    public CompletionStage<@NonNull List<@NonNull StrengthPoint>> strengthSeries(
            @Description(FROM) LocalDate from,
            @Description(TO) LocalDate to,
            @Description(INTERVAL) @DefaultValue("MONTH") Interval interval,
            @Description(NATION) String nation,
            @Description(MISSION) String mission) {
        return official.series(official.whose(nation, mission), from, to, interval);
    }

    @Description(STRENGTH)
    public CompletionStage<Strength> strength(
            @Source Nation nation, @Description(ON) LocalDate on, @Description(MISSION) String mission) {
        return official.strength(official.whose(nation, mission), on);
    }

    @NonNull
    @Description(SERIES)
    public CompletionStage<@NonNull List<@NonNull StrengthPoint>> strengthSeries(
            @Source Nation nation,
            @Description(FROM) LocalDate from,
            @Description(TO) LocalDate to,
            @Description(INTERVAL) @DefaultValue("MONTH") Interval interval,
            @Description(MISSION) String mission) {
        return official.series(official.whose(nation, mission), from, to, interval);
    }

    @Description("Its place among the contributors: 1 is the largest; equal totals share a rank; null where the nation"
            + " contributes nobody.")
    public CompletionStage<Integer> rank(
            @Source Nation nation, @Description(ON) LocalDate on, @Description(MISSION) String mission) {
        return official.rank(nation, official.whose(nation, mission), on);
    }

    @Description(STRENGTH)
    public CompletionStage<Strength> strength(@Source Mission mission, @Description(ON) LocalDate on) {
        return official.strength(official.whose(null, mission), on);
    }

    @NonNull
    @Description(SERIES)
    public CompletionStage<@NonNull List<@NonNull StrengthPoint>> strengthSeries(
            @Source Mission mission,
            @Description(FROM) LocalDate from,
            @Description(TO) LocalDate to,
            @Description(INTERVAL) @DefaultValue("MONTH") Interval interval) {
        return official.series(official.whose(null, mission), from, to, interval);
    }
}
