package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a whole number. */
@Description("Filters integers. All conditions must match.")
@Input("IntFilter")
public class IntFilter {
    @Description("Equal to this value.")
    public Integer eq;

    @Description("Not equal to this value, or unknown.")
    public Integer ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull Integer> in;

    @Description("Equal to none of these values, or unknown.")
    public List<@NonNull Integer> notIn;

    @Description("Less than this value.")
    public Integer lt;

    @Description("Less than or equal to this value.")
    public Integer lte;

    @Description("Greater than this value.")
    public Integer gt;

    @Description("Greater than or equal to this value.")
    public Integer gte;

    @Description("Whether the value is unknown.")
    public Boolean isNull;
}
