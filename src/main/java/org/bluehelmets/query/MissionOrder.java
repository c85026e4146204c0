package org.bluehelmets.query;

import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of missions. */
@Description(
        "An order of missions. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("MissionOrder")
public class MissionOrder implements Order<Mission> {

    @NonNull
    @Description("What to order by.")
    public MissionOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Mission> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
