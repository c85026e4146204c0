package org.bluehelmets.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.loading.ListRelation;
import org.bluehelmets.loading.Loading;
import org.bluehelmets.loading.Relation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.Listing;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.query.Slice;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Deployments, and what belongs to one. */
@GraphQLApi
@ApplicationScoped
public class DeploymentApi {

    private final Loading loading;

    DeploymentApi(Loading loading) {
        this.loading = loading;
    }

    @Query("deployments")
    @NonNull
    @Description("All deployments, by start unless ordered otherwise.")
    public DeploymentConnection deployments(
            @Description(Arguments.FILTER) DeploymentFilter filter,
            @Description(Arguments.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.DEPLOYMENTS, filter, orderBy, new Slice(first, after, last, before));
        return new DeploymentConnection(loading.page(request));
    }

    @NonNull
    @Description("The nation that sends it.")
    public CompletionStage<@NonNull Nation> nation(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loading.referred(Nation.class, deployment.nation);
    }

    @NonNull
    @Description("The mission it serves in.")
    public CompletionStage<@NonNull Mission> mission(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loading.referred(Mission.class, deployment.mission);
    }

    @Description("The unit it serves in; null where no source names one.")
    public CompletionStage<Battalion> battalion(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loading.referred(Battalion.class, deployment.battalion);
    }

    @NonNull
    @Description("Figures of its personnel, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Deployment deployment,
            @Description(Arguments.FILTER) PersonnelCountFilter filter,
            @Description(Arguments.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.PERSONNEL_COUNTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.DEPLOYMENT_COUNTS, deployment, request).thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("The sources that speak of it.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loading.list(ListRelation.DEPLOYMENT_SOURCES, deployment);
    }
}
