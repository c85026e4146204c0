package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a whole number. */
@Description("Conditions on a whole number, which hold together.")
@Input("IntFilter")
public class IntFilter {
    @Description("Equal.")
    public Integer eq;

    @Description("Not equal, or not known.")
    public Integer ne;

    @Description("Equal to one of these; an empty list lets nothing through.")
    public List<@NonNull Integer> in;

    @Description("Equal to none of these, or not known.")
    public List<@NonNull Integer> notIn;

    @Description("Less than.")
    public Integer lt;

    @Description("Less than or equal.")
    public Integer lte;

    @Description("Greater than.")
    public Integer gt;

    @Description("Greater than or equal.")
    public Integer gte;

    @Description("Whether it is not known.")
    public Boolean isNull;
}
