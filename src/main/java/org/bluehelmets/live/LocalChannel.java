package org.bluehelmets.live;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/** Publishes changes within this process, the only one that uses the H2 database. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
class LocalChannel implements ChangeChannel {

    private volatile Consumer<PersonnelCountEvent> onChange;
    private volatile Runnable onRestore;

    @Override
    public void publish(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        PersonnelCountEvent event = new PersonnelCountEvent(count.copy(), change);
        transaction.afterCommit(() -> {
            try {
                onChange.accept(event);
            } catch (RuntimeException e) {
                // the change is committed, so the mutation must not fail
                Log.error("Could not publish the change of a personnel count", e);
            }
        });
    }

    @Override
    public void publishRestore() {
        onRestore.run();
    }

    @Override
    public void subscribe(Consumer<PersonnelCountEvent> onChange, Runnable onRestore) {
        this.onChange = onChange;
        this.onRestore = onRestore;
    }
}
