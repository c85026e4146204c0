package org.bluehelmets.curation;

import org.bluehelmets.model.Change;
import org.bluehelmets.model.PersonnelCount;

/**
 * A change of a figure that an editor has made.
 *
 * @param count the figure as the change has left it, which nobody changes any more
 */
record FigureChange(PersonnelCount count, Change change) {}
