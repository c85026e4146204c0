package org.bluehelmets.live;

import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/**
 * A committed change of a personnel count by an editor.
 *
 * @param count a copy of the count after the change; it must not be modified
 */
record PersonnelCountEvent(PersonnelCount count, RevisionType change) {}
