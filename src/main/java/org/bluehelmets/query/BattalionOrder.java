package org.bluehelmets.query;

import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of battalions. */
@Description(
        "An order of battalions. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("BattalionOrder")
public class BattalionOrder implements Order<Battalion> {

    @NonNull
    @Description("What to order by.")
    public BattalionOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Battalion> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
