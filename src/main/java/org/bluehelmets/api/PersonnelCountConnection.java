package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of personnel counts. */
@Description("A page of a list of personnel counts.")
public class PersonnelCountConnection extends Connection<PersonnelCount> {

    public PersonnelCountConnection(Page<PersonnelCount> page) {
        super(page);
    }

    @NonNull
    @Description("The personnel counts with their places in the list.")
    public List<@NonNull PersonnelCountEdge> getEdges() {
        return edges(PersonnelCountEdge::new);
    }

    @NonNull
    @Description("The personnel counts themselves.")
    public List<@NonNull PersonnelCount> getNodes() {
        return rows();
    }
}
