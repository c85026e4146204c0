package org.bluehelmets.query;

import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of nations. */
@Description("Sort order of countries. Unknown values sort last in both directions. Ties are broken by a"
        + " unique key, so pages are stable.")
@Input("NationOrder")
public class NationOrder implements Order<Nation> {

    @NonNull
    @Description("Field to sort by.")
    public NationOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
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
