package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Milestone;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.MilestoneFilter;
import org.bluehelmets.query.MilestoneOrder;
import org.bluehelmets.query.PageRequest;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of milestones and the fields of a milestone that load other data. */
@GraphQLApi
@ApplicationScoped
public class MilestoneApi {

    private final EntityLoader loader;

    MilestoneApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("milestones")
    @NonNull
    @Description("Lists milestones, by default sorted by date, oldest first.")
    public MilestoneConnection milestones(
            @Description(ArgumentDescriptions.FILTER) MilestoneFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MILESTONES, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new MilestoneConnection(loader.findPage(request));
    }

    @NonNull
    @Description("Countries concerned, sorted by code.")
    public CompletionStage<@NonNull List<@NonNull Nation>> nations(
            @org.eclipse.microprofile.graphql.Source Milestone milestone) {
        return loader.loadList(ListAssociation.MILESTONE_NATIONS, milestone);
    }

    @NonNull
    @Description("Missions concerned, sorted by acronym.")
    public CompletionStage<@NonNull List<@NonNull Mission>> missions(
            @org.eclipse.microprofile.graphql.Source Milestone milestone) {
        return loader.loadList(ListAssociation.MILESTONE_MISSIONS, milestone);
    }

    @NonNull
    @Description("Military units concerned.")
    public CompletionStage<@NonNull List<@NonNull Battalion>> battalions(
            @org.eclipse.microprofile.graphql.Source Milestone milestone) {
        return loader.loadList(ListAssociation.MILESTONE_BATTALIONS, milestone);
    }

    @NonNull
    @Description("Sources of this information.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Milestone milestone) {
        return loader.loadList(ListAssociation.MILESTONE_SOURCES, milestone);
    }
}
