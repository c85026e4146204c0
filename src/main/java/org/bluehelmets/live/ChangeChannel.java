package org.bluehelmets.live;

import java.util.function.Consumer;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/** Carries changes of figures from the process that makes them to all that tell of them. */
interface ChangeChannel {

    /** Sends a change for the time when it is committed; it does not arrive where it never is. */
    void send(RequestTransaction transaction, PersonnelCount count, RevisionType change);

    /** Sends that a backup was put in the place of all there was, once it was. */
    void sendRestored();

    /**
     * Hands on what arrives from here on, in the order of the commits, to the only receiver.
     *
     * @param restored is run where a backup was put in the place of all there was; the changes before are not told of
     */
    void receive(Consumer<PersonnelCountEvent> receiver, Runnable restored);
}
