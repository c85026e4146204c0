package org.bluehelmets.api;

import java.util.List;
import org.bluehelmets.dataloading.Page;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of personnel counts. */
@Description("A page of personnel counts.")
public class PersonnelCountConnection extends Connection<PersonnelCount> {

    public PersonnelCountConnection(Page<PersonnelCount> page) {
        super(page);
    }

    @NonNull
    @Description("Personnel counts on this page with their cursors.")
    public List<@NonNull PersonnelCountEdge> getEdges() {
        return edges(PersonnelCountEdge::new);
    }

    @NonNull
    @Description("Personnel counts on this page.")
    public List<@NonNull PersonnelCount> getNodes() {
        return rows();
    }
}
