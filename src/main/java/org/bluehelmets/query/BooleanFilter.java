package org.bluehelmets.query;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Filters a Boolean value. */
@Description("Filters a Boolean value.")
@Input("BooleanFilter")
public class BooleanFilter {
    @Description("Equal to this value.")
    public Boolean eq;
}
