package org.bluehelmets.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.loading.Loading;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.model.Node;
import org.bluehelmets.model.Stored;
import org.bluehelmets.query.BadUserInput;
import org.bluehelmets.query.Listing;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Fetches any object again by its global id. */
@GraphQLApi
@ApplicationScoped
public class NodeApi {

    private static final Map<String, Listing<?>> TYPES = Map.of(
            "Nation", Listing.NATIONS,
            "Mission", Listing.MISSIONS,
            "Battalion", Listing.BATTALIONS,
            "Deployment", Listing.DEPLOYMENTS,
            "PersonnelCount", Listing.PERSONNEL_COUNTS,
            "Milestone", Listing.MILESTONES,
            "Source", Listing.SOURCES);

    private final Loading loading;

    NodeApi(Loading loading) {
        this.loading = loading;
    }

    @Query("node")
    @Description("Any object by its global id, a figure also after it was retracted; null where there is none.")
    public CompletionStage<Node> node(
            @NonNull @Id @Description("The object's id, as its field id gave it.") String id) {
        GlobalId parsed = GlobalId.parse(id).orElseThrow(() -> notAnId());
        Listing<?> listing = TYPES.get(parsed.type());
        if (listing == null) {
            throw notAnId();
        }
        CompletionStage<Node> found = byKey(listing, parsed.key());
        return listing == Listing.PERSONNEL_COUNTS
                ? found.thenApply(count -> count == null ? loading.retracted(parsed.key()) : count)
                : found;
    }

    private <E extends Stored> CompletionStage<Node> byKey(Listing<E> listing, String key) {
        return loading.byKey(listing, key).thenApply(Node.class::cast);
    }

    private static BadUserInput notAnId() {
        return new BadUserInput("id is no global id of this service; take one from the field id of an object");
    }
}
