package org.bluehelmets.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.loading.ListRelation;
import org.bluehelmets.loading.Loading;
import org.bluehelmets.loading.Relation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Position;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.BattalionFilter;
import org.bluehelmets.query.BattalionOrder;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.Listing;
import org.bluehelmets.query.MilestoneFilter;
import org.bluehelmets.query.MilestoneOrder;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.query.Slice;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Battalions and other military units, and what belongs to one. */
@GraphQLApi
@ApplicationScoped
public class BattalionApi {

    private final Loading loading;

    BattalionApi(Loading loading) {
        this.loading = loading;
    }

    @Query("battalion")
    @Description("The military unit with a name or alias; null where there is none.")
    public Battalion battalion(@NonNull @Description("Name or alias, any case.") String name) {
        return loading.battalionNamed(name);
    }

    @Query("battalions")
    @NonNull
    @Description("All military units, by name unless ordered otherwise.")
    public BattalionConnection battalions(
            @Description(Arguments.FILTER) BattalionFilter filter,
            @Description(Arguments.ORDER_BY) List<BattalionOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.BATTALIONS, filter, orderBy, new Slice(first, after, last, before));
        return new BattalionConnection(loading.page(request));
    }

    @NonNull
    @Description("Other names that sources use.")
    public CompletionStage<@NonNull List<@NonNull String>> aliases(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.list(ListRelation.BATTALION_ALIASES, battalion);
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
        return loading.list(ListRelation.BATTALION_NATIONS, battalion);
    }

    @Description("The mission it serves or served in.")
    public CompletionStage<Mission> mission(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.referred(Mission.class, battalion.mission);
    }

    @Description("The larger unit it is part of.")
    public CompletionStage<Battalion> parent(@org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.referred(Battalion.class, battalion.parent);
    }

    @NonNull
    @Description("The smaller units that are part of it.")
    public CompletionStage<@NonNull List<@NonNull Battalion>> subunits(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.list(ListRelation.BATTALION_SUBUNITS, battalion);
    }

    @NonNull
    @Description("The places it holds.")
    public CompletionStage<@NonNull List<@NonNull Position>> positions(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.list(ListRelation.BATTALION_POSITIONS, battalion);
    }

    @NonNull
    @Description("What it does.")
    public CompletionStage<@NonNull List<@NonNull String>> tasks(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.list(ListRelation.BATTALION_TASKS, battalion);
    }

    @NonNull
    @Description("The contingents that served in it.")
    public CompletionStage<@NonNull DeploymentConnection> deployments(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
            @Description(Arguments.FILTER) DeploymentFilter filter,
            @Description(Arguments.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.DEPLOYMENTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.BATTALION_DEPLOYMENTS, battalion, request).thenApply(DeploymentConnection::new);
    }

    @NonNull
    @Description("Figures of its personnel, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
            @Description(Arguments.FILTER) PersonnelCountFilter filter,
            @Description(Arguments.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.PERSONNEL_COUNTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.BATTALION_COUNTS, battalion, request).thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Events that concern it, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull MilestoneConnection> milestones(
            @org.eclipse.microprofile.graphql.Source Battalion battalion,
            @Description(Arguments.FILTER) MilestoneFilter filter,
            @Description(Arguments.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.MILESTONES, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.BATTALION_MILESTONES, battalion, request).thenApply(MilestoneConnection::new);
    }

    @NonNull
    @Description("The sources that speak of it.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Battalion battalion) {
        return loading.list(ListRelation.BATTALION_SOURCES, battalion);
    }

    @NonNull
    @Description(
            "The source of the position's name and location. That the unit holds it is said by the sources of the unit.")
    public CompletionStage<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source Position position) {
        return loading.referred(Source.class, position.source);
    }
}
