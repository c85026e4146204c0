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

/** Battalions and other military units, and what belongs to one. */
@GraphQLApi
@ApplicationScoped
public class BattalionApi {

    private final EntityLoader loader;

    BattalionApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("battalion")
    @Description("The military unit with a name or alias; null where there is none.")
    public Battalion battalion(@NonNull @Description("Name or alias, any case.") String name) {
        return loader.findBattalionByName(name);
    }

    @Query("battalions")
    @NonNull
    @Description("All military units, by name unless ordered otherwise.")
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
    @Description("Other names that sources use.")
    public CompletionStage<@NonNull List<@NonNull String>> aliases(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_ALIASES, battalion);
    }

    @NonNull
    @Description("Whether more than one nation raised it.")
    public CompletionStage<@NonNull Boolean> joint(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return nations(battalion).thenApply(nations -> nations.size() > 1);
    }

    @NonNull
    @Description("The nations that raise it, by code.")
    public CompletionStage<@NonNull List<@NonNull Nation>> nations(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_NATIONS, battalion);
    }

    @Description("The mission it serves or served in.")
    public CompletionStage<Mission> mission(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadReference(Mission.class, battalion.mission);
    }

    @Description("The larger unit it is part of.")
    public CompletionStage<Battalion> parent(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadReference(Battalion.class, battalion.parent);
    }

    @NonNull
    @Description("The smaller units that are part of it.")
    public CompletionStage<@NonNull List<@NonNull Battalion>> subunits(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_SUBUNITS, battalion);
    }

    @NonNull
    @Description("The places it holds.")
    public CompletionStage<@NonNull List<@NonNull Position>> positions(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_POSITIONS, battalion);
    }

    @NonNull
    @Description("What it does.")
    public CompletionStage<@NonNull List<@NonNull String>> tasks(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_TASKS, battalion);
    }

    @NonNull
    @Description("The contingents that served in it.")
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
    @Description("Figures of its personnel, oldest first unless ordered otherwise.")
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
    @Description("Events that concern it, oldest first unless ordered otherwise.")
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
    @Description("The sources that speak of it.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loader.loadList(ListAssociation.BATTALION_SOURCES, battalion);
    }

    @NonNull
    @Description(
            "The source of the position's name and location. That the unit holds it is said by the sources of the unit.")
    public CompletionStage<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source Position position) {
        return loader.loadReference(Source.class, position.source);
    }
}
