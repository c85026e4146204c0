package org.bluehelmets.live;

import java.util.function.Consumer;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/** Publishes changes of personnel counts to all processes that use the database. */
interface ChangeChannel {

    /** Publishes a change after the transaction is committed, and never if it is rolled back. */
    void publish(RequestTransaction transaction, PersonnelCount count, RevisionType change);

    /** Publishes that a backup was restored. Call it after the restore is committed. */
    void publishRestore();

    /**
     * Registers the only subscriber of this process. It receives events from now on, in the order of the commits.
     *
     * @param onRestore runs after a backup was restored; changes before the restore that were not delivered are dropped
     */
    void subscribe(Consumer<PersonnelCountEvent> onChange, Runnable onRestore);
}
