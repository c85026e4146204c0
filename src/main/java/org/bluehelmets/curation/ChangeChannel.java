package org.bluehelmets.curation;

import java.util.function.Consumer;
import org.bluehelmets.loading.UnitOfWork;
import org.bluehelmets.model.Change;
import org.bluehelmets.model.PersonnelCount;

/** Carries changes of figures from the process that makes them to all that tell of them. */
interface ChangeChannel {

    /** Sends a change for the time when it is committed; it does not arrive where it never is. */
    void send(UnitOfWork unit, PersonnelCount count, Change change);

    /** Hands every change that arrives from here on, in the order of their commits, to the only receiver. */
    void receive(Consumer<FigureChange> receiver);
}
