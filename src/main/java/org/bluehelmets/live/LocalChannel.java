package org.bluehelmets.live;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/** Within the only process that writes to the database. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
class LocalChannel implements ChangeChannel {

    private volatile Consumer<PersonnelCountEvent> receiver;
    private volatile Runnable restored;

    @Override
    public void send(RequestTransaction transaction, PersonnelCount count, RevisionType change) {
        PersonnelCountEvent sent = new PersonnelCountEvent(count.copy(), change);
        transaction.afterCommit(() -> {
            try {
                receiver.accept(sent);
            } catch (RuntimeException e) {
                // the change is made, and its editor is to know that
                Log.error("a change could not be told of", e);
            }
        });
    }

    @Override
    public void sendRestored() {
        restored.run();
    }

    @Override
    public void receive(Consumer<PersonnelCountEvent> receiver, Runnable restored) {
        this.receiver = receiver;
        this.restored = restored;
    }
}
