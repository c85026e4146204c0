package org.bluehelmets.live;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;
import org.bluehelmets.query.BadUserInputException;
import org.bluehelmets.query.EntityDescriptor;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;

/** Publishes the committed changes of personnel counts by editors, in the order of the commits. */
@GraphQLApi
@ApplicationScoped
public class PersonnelCountSubscription {

    private final EntityLoader loader;
    private final ChangeChannel channel;
    private final Event<BackupRestored> restoreEvent;
    private final BroadcastProcessor<PersonnelCountEvent> events = BroadcastProcessor.create();

    PersonnelCountSubscription(EntityLoader loader, ChangeChannel channel, Event<BackupRestored> restoreEvent) {
        this.loader = loader;
        this.channel = channel;
        this.restoreEvent = restoreEvent;
    }

    /** Runs before the HTTP server accepts requests, and thus before any subscription or mutation. */
    void onStart(@Observes StartupEvent event) {
        channel.subscribe(events::onNext, () -> restoreEvent.fire(new BackupRestored()));
    }

    /** Notifies all processes that a backup was restored. Each process fires {@link BackupRestored}. */
    public void publishRestore() {
        channel.publishRestore();
    }

    /** Publishes a change to all processes after the transaction is committed. */
    public void publish(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        channel.publish(transaction, count, change);
    }

    @Subscription("personnelCountChanged")
    @NonNull
    @Description("Publishes each personnel count that an editor records or corrects from now on. Imports do not"
            + " publish events.")
    public Multi<PersonnelCount> personnelCountChanged(
            @Description("ISO 3166-1 alpha-3 code of the only country to receive; case-insensitive.") String nation,
            @Description("Acronym of the only mission to receive; case-insensitive.") String mission,
            @DefaultValue("false")
                    @Description(
                            "Whether to include retracted counts. The newest entry in the history of a retracted count has"
                                    + " change RETRACTED.")
                    Boolean retracted) {
        Nation onlyNation = find(EntityDescriptor.NATIONS, nation, "nation", "country code");
        Mission onlyMission = find(EntityDescriptor.MISSIONS, mission, "mission", "mission acronym");
        boolean includeRetracted = Boolean.TRUE.equals(retracted);
        return events.filter(event -> (includeRetracted || event.change() != RevisionType.RETRACTED)
                        && matches(event.count().nation, onlyNation)
                        && matches(event.count().mission, onlyMission))
                .map(PersonnelCountEvent::count);
    }

    /**
     * Finds the entity that an argument names. Returns null if the argument is absent.
     *
     * @throws BadUserInputException if the entity does not exist: the subscription would never publish an event
     */
    private <E extends BaseEntity> E find(
            EntityDescriptor<E> descriptor, String key, String argument, String keyDescription) {
        E found = key == null ? null : loader.findByKey(descriptor, TextFolding.upperCaseKey(key));
        if (key != null && found == null) {
            throw new BadUserInputException(
                    "`%s` must be the %s of an existing %s, but was \"%s\"; omit it to receive all"
                            .formatted(argument, keyDescription, argument, key));
        }
        return found;
    }

    private static boolean matches(BaseEntity subject, BaseEntity only) {
        return only == null || subject != null && subject.pk.equals(only.pk);
    }
}
