package org.bluehelmets.query;

import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of sources. */
@Description(
        "An order of sources. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("SourceOrder")
public class SourceOrder implements Order<Source> {

    @NonNull
    @Description("What to order by.")
    public SourceOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
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
