package org.bluehelmets.query;

import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of battalions. */
@Description("Sort order of military units. Unknown values sort last in both directions. Ties are broken by a"
        + " unique key, so pages are stable.")
@Input("BattalionOrder")
public class BattalionOrder implements Order<Battalion> {

    @NonNull
    @Description("Field to sort by.")
    public BattalionOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
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
