package org.bluehelmets.query;

import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of personnel counts. */
@Description(
        "An order of personnel counts. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("PersonnelCountOrder")
public class PersonnelCountOrder implements Order<PersonnelCount> {

    @NonNull
    @Description("What to order by.")
    public PersonnelCountOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
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
