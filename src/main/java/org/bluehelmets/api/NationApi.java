package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.dataloading.PagedAssociation;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Metric;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.BattalionFilter;
import org.bluehelmets.query.BattalionOrder;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.MilestoneFilter;
import org.bluehelmets.query.MilestoneOrder;
import org.bluehelmets.query.MissionFilter;
import org.bluehelmets.query.MissionOrder;
import org.bluehelmets.query.NationFilter;
import org.bluehelmets.query.NationOrder;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of nations and the fields of a nation that load other data. */
@GraphQLApi
@ApplicationScoped
public class NationApi {

    private final EntityLoader loader;

    NationApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("nation")
    @Description("Finds the country with a code. Null if there is none.")
    public CompletionStage<Nation> nation(
            @NonNull @Description("ISO 3166-1 alpha-3 code; case-insensitive.") String code) {
        return loader.loadByKey(EntityDescriptor.NATIONS, TextFolding.upperCaseKey(code));
    }

    @Query("nations")
    @NonNull
    @Description("Lists the countries and territories in ISO 3166-1, by default sorted by code.")
    public NationConnection nations(
            @Description(ArgumentDescriptions.FILTER) NationFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<NationOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.NATIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new NationConnection(loader.findPage(request));
    }

    @NonNull
    @Description("Missions in which the country serves, served or plans to serve, according to its deployments"
            + " (except those with status CLAIMED), military units and personnel counts.")
    public CompletionStage<@NonNull MissionConnection> missions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) MissionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MissionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MISSIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_MISSIONS, nation, request)
                .thenApply(MissionConnection::new);
    }

    @NonNull
    @Description("Missions that operate or operated in the country.")
    public CompletionStage<@NonNull MissionConnection> hostedMissions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) MissionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MissionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MISSIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_HOSTED_MISSIONS, nation, request)
                .thenApply(MissionConnection::new);
    }

    @NonNull
    @Description("Military units to which the country contributes, alone or with others.")
    public CompletionStage<@NonNull BattalionConnection> battalions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) BattalionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<BattalionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.BATTALIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_BATTALIONS, nation, request)
                .thenApply(BattalionConnection::new);
    }

    @NonNull
    @Description("Contingents of the country.")
    public CompletionStage<@NonNull DeploymentConnection> deployments(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) DeploymentFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.DEPLOYMENTS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_DEPLOYMENTS, nation, request)
                .thenApply(DeploymentConnection::new);
    }

    @NonNull
    @Description("Personnel counts of the country, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) PersonnelCountFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.PERSONNEL_COUNTS,
                filter,
                orderBy,
                new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_COUNTS, nation, request)
                .thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Events that concern the country, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull MilestoneConnection> milestones(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(ArgumentDescriptions.FILTER) MilestoneFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MILESTONES, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.NATION_MILESTONES, nation, request)
                .thenApply(MilestoneConnection::new);
    }

    @NonNull
    @Description("Dated values of the country other than personnel counts, oldest first.")
    public CompletionStage<@NonNull List<@NonNull Figure>> figures(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description("Metric to return. Returns all metrics if omitted.") Metric metric) {
        return loader.loadList(ListAssociation.NATION_FIGURES, nation)
                .thenApply(figures -> FigureApi.filter(metric, figures));
    }

    @Description("Source of the code and name. Null if unknown.")
    public CompletionStage<Source> source(@org.eclipse.microprofile.graphql.Source Nation nation) {
        return loader.loadReference(Source.class, nation.source);
    }
}
