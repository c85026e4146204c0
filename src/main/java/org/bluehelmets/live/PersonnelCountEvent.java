package org.bluehelmets.live;

import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.RevisionType;

/**
 * A change of a figure that an editor has made.
 *
 * @param count the figure as the change has left it, which nobody changes any more
 */
record PersonnelCountEvent(PersonnelCount count, RevisionType change) {}
