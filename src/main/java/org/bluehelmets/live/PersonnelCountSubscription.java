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

/** Tells of every change that an editor makes to a figure, in the order of the changes and once it is committed. */
@GraphQLApi
@ApplicationScoped
public class PersonnelCountSubscription {

    private final EntityLoader loader;
    private final ChangeChannel channel;
    private final Event<BackupRestored> restored;
    private final BroadcastProcessor<PersonnelCountEvent> changes = BroadcastProcessor.create();

    PersonnelCountSubscription(EntityLoader loader, ChangeChannel channel, Event<BackupRestored> restored) {
        this.loader = loader;
        this.channel = channel;
        this.restored = restored;
    }

    /** Before anybody is answered, and so before anybody subscribes or changes anything. */
    void start(@Observes StartupEvent start) {
        channel.receive(changes::onNext, () -> restored.fire(new BackupRestored()));
    }

    /** Tells all processes that a backup was put in the place of all there was: each of them fires {@link BackupRestored}. */
    public void announceRestored() {
        channel.sendRestored();
    }

    /** Tells of a change, where it comes to be committed. */
    public void announce(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        channel.send(transaction, count, change);
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
        Nation ofNation = named(EntityDescriptor.NATIONS, nation, "nation has the code");
        Mission ofMission = named(EntityDescriptor.MISSIONS, mission, "mission has the acronym");
        boolean all = Boolean.TRUE.equals(retracted);
        return changes.filter(each -> (all || each.change() != RevisionType.RETRACTED)
                        && isOf(each.count().nation, ofNation)
                        && isOf(each.count().mission, ofMission))
                .map(PersonnelCountEvent::count);
    }

    private <E extends BaseEntity> E named(EntityDescriptor<E> listing, String key, String what) {
        E found = key == null ? null : loader.findByKey(listing, TextFolding.upperCaseKey(key));
        if (key != null && found == null) {
            // who waits for what can never come would not notice
            throw new BadUserInputException("no %s \"%s\"; name another, or leave it out for all".formatted(what, key));
        }
        return found;
    }

    private static boolean isOf(BaseEntity subject, BaseEntity wanted) {
        return wanted == null || subject != null && subject.pk.equals(wanted.pk);
    }
}
