package org.bluehelmets.curation;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.bluehelmets.loading.UnitOfWork;
import org.bluehelmets.model.Change;
import org.bluehelmets.model.PersonnelCount;

/** Within the only process that writes to the database. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
class ProcessChannel implements ChangeChannel {

    private volatile Consumer<FigureChange> receiver;
    private volatile Runnable restored;

    @Override
    public void send(UnitOfWork unit, PersonnelCount count, Change change) {
        FigureChange sent = new FigureChange(count.copy(), change);
        unit.afterCommit(() -> {
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
    public void receive(Consumer<FigureChange> receiver, Runnable restored) {
        this.receiver = receiver;
        this.restored = restored;
    }
}
