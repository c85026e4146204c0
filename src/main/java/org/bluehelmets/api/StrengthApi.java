package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.strength.Interval;
import org.bluehelmets.strength.Strength;
import org.bluehelmets.strength.StrengthPoint;
import org.bluehelmets.strength.StrengthService;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Queries of official strength on a day and over time. */
@GraphQLApi
@ApplicationScoped
public class StrengthApi {

    private static final String STRENGTH =
            "Official strength in the latest monthly report on or before a day. Null if there is no such report. For a"
                    + " mission, also null if that report is not broken down by mission, or if the last full month before"
                    + " the day has no report although a later month has one.";
    private static final String SERIES =
            "Official strength over time, oldest first: the last report in each period. Omits periods without a report.";
    static final String ON =
            "Day for which to return the latest report. Defaults to the day of the last official report.";
    private static final String FROM = "First day on which a report may hold. Defaults to the first report.";
    private static final String TO = "Last day on which a report may hold. Defaults to the last report.";
    private static final String INTERVAL = "Length of the periods.";
    private static final String NATION =
            "ISO 3166-1 alpha-3 code of the contributing country; case-insensitive. Defaults to all countries together.";
    static final String MISSION = "Acronym of the mission; case-insensitive. Defaults to all UN missions together.";

    private final StrengthService strengthService;

    StrengthApi(StrengthService strengthService) {
        this.strengthService = strengthService;
    }

    @Query("strength")
    @Description(STRENGTH)
    public CompletionStage<Strength> strength(
            @Description(ON) LocalDate on, @Description(NATION) String nation, @Description(MISSION) String mission) {
        return strengthService.strength(strengthService.scope(nation, mission), on);
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
        return strengthService.series(strengthService.scope(nation, mission), from, to, interval);
    }

    @Description(STRENGTH)
    public CompletionStage<Strength> strength(
            @Source Nation nation, @Description(ON) LocalDate on, @Description(MISSION) String mission) {
        return strengthService.strength(strengthService.scope(nation, mission), on);
    }

    @NonNull
    @Description(SERIES)
    public CompletionStage<@NonNull List<@NonNull StrengthPoint>> strengthSeries(
            @Source Nation nation,
            @Description(FROM) LocalDate from,
            @Description(TO) LocalDate to,
            @Description(INTERVAL) @DefaultValue("MONTH") Interval interval,
            @Description(MISSION) String mission) {
        return strengthService.series(strengthService.scope(nation, mission), from, to, interval);
    }

    @Description("Rank among the contributing countries by official strength; 1 is the largest contributor. Equal"
            + " totals share a rank. Null if the country contributes no personnel.")
    public CompletionStage<Integer> rank(
            @Source Nation nation, @Description(ON) LocalDate on, @Description(MISSION) String mission) {
        return strengthService.rank(nation, strengthService.scope(nation, mission), on);
    }

    @Description(STRENGTH)
    public CompletionStage<Strength> strength(@Source Mission mission, @Description(ON) LocalDate on) {
        return strengthService.strength(strengthService.scope(null, mission), on);
    }

    @NonNull
    @Description(SERIES)
    public CompletionStage<@NonNull List<@NonNull StrengthPoint>> strengthSeries(
            @Source Mission mission,
            @Description(FROM) LocalDate from,
            @Description(TO) LocalDate to,
            @Description(INTERVAL) @DefaultValue("MONTH") Interval interval) {
        return strengthService.series(strengthService.scope(null, mission), from, to, interval);
    }
}
