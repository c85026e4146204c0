package org.bluehelmets.query;

import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of sources. */
@Description("Sort order of sources. Unknown values sort last in both directions. Ties are broken by a unique"
        + " key, so pages are stable.")
@Input("SourceOrder")
public class SourceOrder implements Order<Source> {

    @NonNull
    @Description("Field to sort by.")
    public SourceOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Source> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
