package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.dataloading.PagedAssociation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Position;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.BattalionFilter;
import org.bluehelmets.query.BattalionOrder;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.MilestoneFilter;
import org.bluehelmets.query.MilestoneOrder;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of military units and the fields of a unit that load other data. */
@GraphQLApi
@ApplicationScoped
public class BattalionApi {

    private final EntityLoader loader;

    BattalionApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("battalion")
    @Description("Finds the military unit with a name or alias. Null if there is none.")
    public Battalion battalion(@NonNull @Description("Name or alias; case-insensitive.") String name) {
        return loader.findBattalionByName(name);
    }

    @Query("battalions")
    @NonNull
    @Description("Lists military units, by default sorted by name.")
    public BattalionConnection battalions(
            @Description(ArgumentDescriptions.FILTER) BattalionFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<BattalionOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.BATTALIONS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new BattalionConnection(loader.findPage(request));
    }

    @NonNull
    @Description("Alternative names used by sources.")
    public CompletionStage<@NonNull List<@NonNull String>> aliases(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_ALIASES, battalion);
    }

    @NonNull
    @Description("Whether more than one country contributes to the unit.")
    public CompletionStage<@NonNull Boolean> joint(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return nations(battalion).thenApply(nations -> nations.size() > 1);
    }

    @NonNull
    @Description("Contributing countries, sorted by code.")
    public CompletionStage<@NonNull List<@NonNull Nation>> nations(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_NATIONS, battalion);
    }

    @Description("Mission in which the unit serves or served. Null if unknown.")
    public CompletionStage<Mission> mission(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadReference(Mission.class, battalion.mission);
    }

    @Description("Larger unit that contains this one. Null if there is none.")
    public CompletionStage<Battalion> parent(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadReference(Battalion.class, battalion.parent);
    }

    @NonNull
    @Description("Smaller units that are part of this one.")
    public CompletionStage<@NonNull List<@NonNull Battalion>> subunits(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_SUBUNITS, battalion);
    }

    @NonNull
    @Description("Positions that the unit occupies.")
    public CompletionStage<@NonNull List<@NonNull Position>> positions(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_POSITIONS, battalion);
    }

    @NonNull
    @Description("Tasks of the unit.")
    public CompletionStage<@NonNull List<@NonNull String>> tasks(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_TASKS, battalion);
    }

    @NonNull
    @Description("Contingents that served in the unit.")
    public CompletionStage<@NonNull DeploymentConnection> deployments(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
            @Description(ArgumentDescriptions.FILTER) DeploymentFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.DEPLOYMENTS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.BATTALION_DEPLOYMENTS, battalion, request)
                .thenApply(DeploymentConnection::new);
    }

    @NonNull
    @Description("Personnel counts of the unit, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
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
        return loader.loadPage(PagedAssociation.BATTALION_COUNTS, battalion, request)
                .thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Events that concern the unit, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull MilestoneConnection> milestones(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
            @Description(ArgumentDescriptions.FILTER) MilestoneFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.MILESTONES, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.BATTALION_MILESTONES, battalion, request)
                .thenApply(MilestoneConnection::new);
    }

    @NonNull
    @Description("Sources of this information.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_SOURCES, battalion);
    }

    @NonNull
    @Description("Source of the position's name and location. The sources of the unit confirm that the unit"
            + " occupies it.")
    public CompletionStage<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source Position position) {
        return loader.loadReference(Source.class, position.source);
    }
}
