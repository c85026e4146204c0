package org.bluehelmets.query;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A condition on a yes or no. */
@Description("A condition on a yes or no.")
@Input("BooleanFilter")
public class BooleanFilter {
    @Description("Equal.")
    public Boolean eq;
}
