package org.bluehelmets.query;

import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of missions. */
@Description("Sort order of missions. Unknown values sort last in both directions. Ties are broken by a unique"
        + " key, so pages are stable.")
@Input("MissionOrder")
public class MissionOrder implements Order<Mission> {

    @NonNull
    @Description("Field to sort by.")
    public MissionOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
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
