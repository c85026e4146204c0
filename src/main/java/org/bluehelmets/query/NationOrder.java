package org.bluehelmets.query;

import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of nations. */
@Description(
        "An order of nations. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("NationOrder")
public class NationOrder implements Order<Nation> {

    @NonNull
    @Description("What to order by.")
    public NationOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Nation> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
