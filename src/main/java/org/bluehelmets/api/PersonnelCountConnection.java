package org.bluehelmets.api;

import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;

/** A page of personnel counts. */
@Description("A page of personnel counts.")
public class PersonnelCountConnection extends Connection<PersonnelCount, PersonnelCountEdge> {

    public PersonnelCountConnection(Page<PersonnelCount> page) {
        super(page, PersonnelCountEdge::new);
    }
}
