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

/** Fetches any object again by its global id. */
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
        GlobalId parsed = GlobalId.parse(id).orElseThrow(() -> notAnId());
        EntityDescriptor<?> listing = TYPES.get(parsed.type());
        if (listing == null) {
            throw notAnId();
        }
        CompletionStage<Node> found = byKey(listing, parsed.key());
        return listing == EntityDescriptor.PERSONNEL_COUNTS
                ? found.thenApply(count -> count == null ? loader.findRetracted(parsed.key()) : count)
                : found;
    }

    private <E extends BaseEntity> CompletionStage<Node> byKey(EntityDescriptor<E> listing, String key) {
        return loader.loadByKey(listing, key).thenApply(Node.class::cast);
    }

    private static BadUserInputException notAnId() {
        return new BadUserInputException("id is no global id of this service; take one from the field id of an object");
    }
}
