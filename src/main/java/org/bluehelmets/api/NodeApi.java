package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.model.Node;
import org.bluehelmets.query.BadUserInputException;
import org.bluehelmets.query.EntityDescriptor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Finds any object by its global id. */
@GraphQLApi
@ApplicationScoped
public class NodeApi {

    private static final Map<String, EntityDescriptor<?>> TYPES = Map.of(
            "Nation", EntityDescriptor.NATIONS,
            "Mission", EntityDescriptor.MISSIONS,
            "Battalion", EntityDescriptor.BATTALIONS,
            "Deployment", EntityDescriptor.DEPLOYMENTS,
            "PersonnelCount", EntityDescriptor.PERSONNEL_COUNTS,
            "Milestone", EntityDescriptor.MILESTONES,
            "Source", EntityDescriptor.SOURCES);

    private final EntityLoader loader;

    NodeApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("node")
    @Description("Finds any object by its global id, including retracted personnel counts. Null if there is none.")
    public CompletionStage<Node> node(@NonNull @Id @Description("Global id, as returned by the field id.") String id) {
        GlobalId parsed = GlobalId.parse(id).orElseThrow(() -> invalidId());
        EntityDescriptor<?> descriptor = TYPES.get(parsed.type());
        if (descriptor == null) {
            throw invalidId();
        }
        CompletionStage<Node> found = findByKey(descriptor, parsed.key());
        return descriptor == EntityDescriptor.PERSONNEL_COUNTS
                ? found.thenApply(count -> count == null ? loader.findRetracted(parsed.key()) : count)
                : found;
    }

    private <E extends BaseEntity> CompletionStage<Node> findByKey(EntityDescriptor<E> descriptor, String key) {
        return loader.loadByKey(descriptor, key).thenApply(Node.class::cast);
    }

    private static BadUserInputException invalidId() {
        return new BadUserInputException(
                "`id` is not a global id of this service; use the value of the field `id` of an object.");
    }
}
