package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;

/** A personnel count with its cursor. */
@Description("A personnel count with its cursor.")
public class PersonnelCountEdge extends Edge<PersonnelCount> {

    public PersonnelCountEdge(Page<PersonnelCount> page, PersonnelCount node) {
        super(page, node);
    }
}
