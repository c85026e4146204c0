package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.strength.Scope;
import org.bluehelmets.strength.StrengthService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Queries of the ranking of contributing countries. */
@GraphQLApi
@ApplicationScoped
public class ContributorApi {

    private static final String CONTRIBUTORS =
            "Lists contributing countries by official strength, largest first. Equal totals are sorted by code.";

    private final StrengthService strengthService;
    private final EntityLoader loader;

    ContributorApi(StrengthService strengthService, EntityLoader loader) {
        this.strengthService = strengthService;
        this.loader = loader;
    }

    @Query("contributors")
    @NonNull
    @Description(CONTRIBUTORS)
    public CompletionStage<@NonNull ContributorConnection> contributors(
            @Description(StrengthApi.ON) LocalDate on,
            @Description(StrengthApi.MISSION) String mission,
            @Description(ArgumentDescriptions.FIRST_ONLY) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after) {
        return contributors(strengthService.scope((Nation) null, mission), on, first, after);
    }

    @NonNull
    @Description(CONTRIBUTORS)
    public CompletionStage<@NonNull ContributorConnection> contributors(
            @Source Mission mission,
            @Description(StrengthApi.ON) LocalDate on,
            @Description(ArgumentDescriptions.FIRST_ONLY) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after) {
        return contributors(strengthService.scope(null, mission), on, first, after);
    }

    private CompletionStage<ContributorConnection> contributors(
            Optional<Scope> scope, LocalDate on, Integer first, String after) {
        ContributorConnection.Arguments arguments = ContributorConnection.Arguments.of(first, after);
        return strengthService.ranking(scope, on).thenApply(ranking -> ContributorConnection.of(ranking, arguments));
    }

    @NonNull
    @Description("The contributing country.")
    public CompletionStage<@NonNull Nation> node(@Source ContributorEdge edge) {
        return loader.loadByPrimaryKey(Nation.class, edge.contributor().nation());
    }

    @NonNull
    @Description("Contributing countries on this page.")
    public CompletionStage<@NonNull List<@NonNull Nation>> nodes(@Source ContributorConnection connection) {
        return loader.allOf(connection.getEdges().stream()
                .map(edge ->
                        loader.loadByPrimaryKey(Nation.class, edge.contributor().nation()))
                .toList());
    }
}
