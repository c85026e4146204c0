package org.bluehelmets.curation;

import java.util.function.Consumer;
import org.bluehelmets.loading.UnitOfWork;
import org.bluehelmets.model.Change;
import org.bluehelmets.model.PersonnelCount;

/** Carries changes of figures from the process that makes them to all that tell of them. */
interface ChangeChannel {

    /** Sends a change for the time when it is committed; it does not arrive where it never is. */
    void send(UnitOfWork unit, PersonnelCount count, Change change);

    /** Sends that a backup was put in the place of all there was, once it was. */
    void sendRestored();

    /**
     * Hands on what arrives from here on, in the order of the commits, to the only receiver.
     *
     * @param restored is run where a backup was put in the place of all there was; the changes before are not told of
     */
    void receive(Consumer<FigureChange> receiver, Runnable restored);
}
