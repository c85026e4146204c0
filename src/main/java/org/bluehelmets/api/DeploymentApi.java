package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.dataloading.PagedAssociation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.DeploymentFilter;
import org.bluehelmets.query.DeploymentOrder;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of deployments and the fields of a deployment that load other data. */
@GraphQLApi
@ApplicationScoped
public class DeploymentApi {

    private final EntityLoader loader;

    DeploymentApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("deployments")
    @NonNull
    @Description("Lists deployments, by default sorted by start date.")
    public DeploymentConnection deployments(
            @Description(ArgumentDescriptions.FILTER) DeploymentFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<DeploymentOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.DEPLOYMENTS, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new DeploymentConnection(loader.findPage(request));
    }

    @NonNull
    @Description("The contributing country.")
    public CompletionStage<@NonNull Nation> nation(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loader.loadReference(Nation.class, deployment.nation);
    }

    @NonNull
    @Description("Mission in which it serves or served.")
    public CompletionStage<@NonNull Mission> mission(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loader.loadReference(Mission.class, deployment.mission);
    }

    @Description("Military unit in which the contingent serves. Null if no source names one.")
    public CompletionStage<Battalion> battalion(@org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loader.loadReference(Battalion.class, deployment.battalion);
    }

    @NonNull
    @Description("Personnel counts of the deployment, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Deployment deployment,
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
        return loader.loadPage(PagedAssociation.DEPLOYMENT_COUNTS, deployment, request)
                .thenApply(PersonnelCountConnection::new);
    }

    @NonNull
    @Description("Sources of this information.")
    public CompletionStage<@NonNull List<@NonNull Source>> sources(
            @org.eclipse.microprofile.graphql.Source Deployment deployment) {
        return loader.loadList(ListAssociation.DEPLOYMENT_SOURCES, deployment);
    }
}
