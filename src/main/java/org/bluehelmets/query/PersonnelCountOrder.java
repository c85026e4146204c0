package org.bluehelmets.query;

import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of personnel counts. */
@Description("Sort order of personnel counts. Unknown values sort last in both directions. Ties are broken by"
        + " a unique key, so pages are stable.")
@Input("PersonnelCountOrder")
public class PersonnelCountOrder implements Order<PersonnelCount> {

    @NonNull
    @Description("Field to sort by.")
    public PersonnelCountOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<PersonnelCount> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
