package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.dataloading.PagedAssociation;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Metric;
import org.bluehelmets.model.Mission;
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
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of missions and the fields of a mission that load other data. */
@GraphQLApi
@ApplicationScoped
public class MissionApi {

    private final EntityLoader loader;

    MissionApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("mission")
    @Description("Finds the mission with an acronym. Null if there is none.")
    public CompletionStage<Mission> mission(
            @NonNull @Description("Acronym of the mission; case-insensitive.") String acronym) {
        return loader.loadByKey(EntityDescriptor.MISSIONS, TextFolding.upperCaseKey(acronym));
    }

    @Query("missions")
    @NonNull
    @Description("Lists missions, by default sorted by acronym.")
    public MissionConnection missions(
            @Description(ArgumentDescriptions.FILTER) MissionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MissionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MISSIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new MissionConnection(loader.findPage(request));
    }

    @NonNull
    @Description("Whether the mission was active on a day. A mission with a planned end is active until that end."
            + " If the start or end is known only by month or year, every day of that month or year counts as"
            + " active. If the start is unknown, or the mission has ended at an unknown time, the result is"
            + " false for every day.")
    public Boolean active(
            @org.eclipse.microprofile.graphql.Source Mission mission,
            @Description("Day to check. Defaults to today (UTC).") LocalDate on) {
        return mission.wasActiveOn(on == null ? loader.today() : on);
    }

    @NonNull
    @Description("UN symbols of the resolutions that established or changed the mission.")
    public CompletionStage<@NonNull List<@NonNull String>> resolutions(
            @org.eclipse.microprofile.graphql.Source Mission mission) {
        return loader.loadList(ListAssociation.MISSION_RESOLUTIONS, mission);
    }

    @NonNull
    @Description("Countries in which the mission operates or operated, sorted by code.")
    public CompletionStage<@NonNull List<@NonNull Nation>> hosts(
            @org.eclipse.microprofile.graphql.Source Mission mission) {
        return loader.loadList(ListAssociation.MISSION_HOSTS, mission);
    }

    @NonNull
    @Description("Military units that serve or served in the mission.")
    public CompletionStage<@NonNull BattalionConnection> battalions(
            @org.eclipse.microprofile.graphql.Source Mission mission,
            @Description(ArgumentDescriptions.FILTER) BattalionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<BattalionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.BATTALIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.MISSION_BATTALIONS, mission, request)
                .thenApply(BattalionConnection::new);
    }

    @NonNull
    @Description("Contingents deployed to the mission.")
    public CompletionStage<@NonNull DeploymentConnection> deployments(
            @org.eclipse.microprofile.graphql.Source Mission mission,
            @Description(ArgumentDescriptions.FILTER) DeploymentFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.DEPLOYMENTS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.MISSION_DEPLOYMENTS, mission, request)
                .thenApply(DeploymentConnection::new);
    }

    @NonNull
    @Description("Personnel counts of the mission, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Mission mission,
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
        return loader.loadPage(PagedAssociation.MISSION_COUNTS, mission, request)
                .thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Events that concern the mission, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull MilestoneConnection> milestones(
            @org.eclipse.microprofile.graphql.Source Mission mission,
            @Description(ArgumentDescriptions.FILTER) MilestoneFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MILESTONES, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.MISSION_MILESTONES, mission, request)
                .thenApply(MilestoneConnection::new);
    }

    @NonNull
    @Description("Dated values of the mission other than personnel counts, oldest first.")
    public CompletionStage<@NonNull List<@NonNull Figure>> figures(
            @org.eclipse.microprofile.graphql.Source Mission mission,
            @Description("Metric to return. Returns all metrics if omitted.") Metric metric) {
        return loader.loadList(ListAssociation.MISSION_FIGURES, mission)
                .thenApply(figures -> FigureApi.filter(metric, figures));
    }

    @Description("Source of the name, dates and mandate. Null if unknown.")
    public CompletionStage<Source> source(@org.eclipse.microprofile.graphql.Source Mission mission) {
        return loader.loadReference(Source.class, mission.source);
    }
}
