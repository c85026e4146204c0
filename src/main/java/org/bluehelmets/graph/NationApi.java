package org.bluehelmets.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.loading.ListRelation;
import org.bluehelmets.loading.Loading;
import org.bluehelmets.loading.Relation;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Metric;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.model.TextFolding;
import org.bluehelmets.query.BattalionFilter;
import org.bluehelmets.query.BattalionOrder;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.Listing;
import org.bluehelmets.query.MilestoneFilter;
import org.bluehelmets.query.MilestoneOrder;
import org.bluehelmets.query.MissionFilter;
import org.bluehelmets.query.MissionOrder;
import org.bluehelmets.query.NationFilter;
import org.bluehelmets.query.NationOrder;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.query.Slice;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Nations, and what belongs to one. */
@GraphQLApi
@ApplicationScoped
public class NationApi {

    private final Loading loading;

    NationApi(Loading loading) {
        this.loading = loading;
    }

    @Query("nation")
    @Description("The nation with a code; null where there is none.")
    public CompletionStage<Nation> nation(@NonNull @Description("ISO 3166-1 alpha-3, any case.") String code) {
        return loading.byKey(Listing.NATIONS, TextFolding.upperCaseKey(code));
    }

    @Query("nations")
    @NonNull
    @Description("All nations and territories of ISO 3166-1, by code unless ordered otherwise.")
    public NationConnection nations(
            @Description(Arguments.FILTER) NationFilter filter,
            @Description(Arguments.ORDER_BY) List<NationOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.NATIONS, filter, orderBy, new Slice(first, after, last, before));
        return new NationConnection(loading.page(request));
    }

    @NonNull
    @Description(
            "The missions that the nation serves or served in, or is due to, by its deployments (but for those that are CLAIMED), units and personnel counts.")
    public CompletionStage<@NonNull MissionConnection> missions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) MissionFilter filter,
            @Description(Arguments.ORDER_BY) List<MissionOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.MISSIONS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_MISSIONS, nation, request).thenApply(MissionConnection::new);
    }

    @NonNull
    @Description("The missions that work in the nation, or worked there.")
    public CompletionStage<@NonNull MissionConnection> hostedMissions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) MissionFilter filter,
            @Description(Arguments.ORDER_BY) List<MissionOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.MISSIONS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_HOSTED_MISSIONS, nation, request).thenApply(MissionConnection::new);
    }

    @NonNull
    @Description("The military units that the nation raises, alone or with others.")
    public CompletionStage<@NonNull BattalionConnection> battalions(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) BattalionFilter filter,
            @Description(Arguments.ORDER_BY) List<BattalionOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.BATTALIONS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_BATTALIONS, nation, request).thenApply(BattalionConnection::new);
    }

    @NonNull
    @Description("The nation's contingents.")
    public CompletionStage<@NonNull DeploymentConnection> deployments(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) DeploymentFilter filter,
            @Description(Arguments.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.DEPLOYMENTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_DEPLOYMENTS, nation, request).thenApply(DeploymentConnection::new);
    }

    @NonNull
    @Description("Figures of the nation's personnel, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) PersonnelCountFilter filter,
            @Description(Arguments.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.PERSONNEL_COUNTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_COUNTS, nation, request).thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Events that concern the nation, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull MilestoneConnection> milestones(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description(Arguments.FILTER) MilestoneFilter filter,
            @Description(Arguments.ORDER_BY) List<MilestoneOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.MILESTONES, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.NATION_MILESTONES, nation, request).thenApply(MilestoneConnection::new);
    }

    @NonNull
    @Description("Dated figures of the nation that are not personnel counts, oldest first.")
    public CompletionStage<@NonNull List<@NonNull Figure>> figures(
            @org.eclipse.microprofile.graphql.Source Nation nation,
            @Description("Only this metric; all of them without.") Metric metric) {
        return loading.list(ListRelation.NATION_FIGURES, nation).thenApply(figures -> FigureApi.of(metric, figures));
    }

    @Description("Where the nation's code and name come from.")
    public CompletionStage<Source> source(@org.eclipse.microprofile.graphql.Source Nation nation) {
        return loading.referred(Source.class, nation.source);
    }
}
